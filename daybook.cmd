@echo off
where node >nul 2>nul
if errorlevel 1 (
  echo Daybook needs Node 20.19 or later, and found none. Install Node from nodejs.org, then try again. 1>&2
  exit /b 2
)
rem Node obeys these before a line of Daybook runs, so it gets none of them; Daybook is told what NODE_OPTIONS asked for.
setlocal DisableDelayedExpansion
set "DAYBOOK_NODE_OPTIONS="
set "DAYBOOK_TYPED="
for /f "tokens=1* delims==" %%a in ('set NODE_ 2^>nul') do (
  if /i "%%a"=="NODE_OPTIONS" set "DAYBOOK_NODE_OPTIONS=%%b"
  set "%%a="
)
for /f "tokens=1 delims==" %%a in ('set OPENSSL_ 2^>nul') do set "%%a="
node "%~dp0scripts\launch.cjs" %*
exit /b %errorlevel%
