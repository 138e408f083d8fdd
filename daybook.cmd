@echo off
where node >nul 2>nul
if errorlevel 1 (
  echo Daybook needs Node 20.19 or later, and found none. Install Node from nodejs.org, then try again. 1>&2
  exit /b 2
)
node "%~dp0scripts\launch.cjs" %*
exit /b %errorlevel%
