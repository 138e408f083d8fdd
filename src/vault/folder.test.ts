import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { findCloudService, inspectVaultFolder, networkFileSystem } from './folder.ts';

function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'daybook-folder-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function makeFolder(...parts: readonly string[]): string {
  const folder = join(...parts);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

it('V1: a folder is a vault, part of one, something else, or not there', async () => {
  const base = temporaryFolder();
  const content = async (path: string): Promise<unknown> => (await inspectVaultFolder(path)).content;
  const folder = join(base, 'vault');
  expect(await content(folder)).toEqual({ type: 'missing' });
  expect(await content(join(folder, 'far', 'away'))).toEqual({ type: 'missing' });
  makeFolder(folder);
  expect(await content(folder)).toEqual({ type: 'not-a-vault', empty: true });
  writeFileSync(join(folder, 'head'), '');
  expect(await content(folder)).toEqual({ type: 'not-a-vault', empty: false });
  expect(await content(join(folder, 'head'))).toEqual({ type: 'not-a-folder' });
  writeFileSync(join(folder, 'daybook.db'), '');
  expect(await content(folder)).toEqual({ type: 'incomplete', missing: ['header.json', 'device.key', 'blobs'] });
  writeFileSync(join(folder, 'header.json'), '');
  writeFileSync(join(folder, 'device.key'), '');
  makeFolder(folder, 'blobs');
  expect(await content(folder)).toEqual({ type: 'vault' });
});

it('V23: a folder that others may read says so', async () => {
  const folder = temporaryFolder();
  expect((await inspectVaultFolder(folder)).openToOthers).toBe(false);
  chmodSync(folder, 0o750);
  expect((await inspectVaultFolder(folder)).openToOthers).toBe(true);
});

it('V24: a folder below one that a service keeps is known by name or by what its client leaves', async () => {
  const kept: readonly (readonly [service: string, folder: string, marker?: string])[] = [
    ['Dropbox', 'Dropbox'],
    ['Dropbox', 'Dropbox (Riverside Aid)'],
    ['Dropbox', 'elsewhere', '.dropbox.cache/x'],
    ['OneDrive', 'OneDrive - Riverside Aid'],
    ['iCloud Drive', 'Library/Mobile Documents'],
    ['Google Drive', 'Library/CloudStorage/GoogleDrive-someone@example.org'],
    ['OneDrive', 'Library/CloudStorage/OneDrive-Personal'],
    ['a new service', 'Library/CloudStorage/a new service-x'],
    ['Google Drive', 'work', '.tmp.driveupload/x'],
    ['Nextcloud or ownCloud', 'work', '.sync_0a1b2c3d4e5f.db'],
    ['Nextcloud or ownCloud', 'work', '._sync_0a1b2c3d4e5f.db'],
    ['Syncthing', 'work', '.stfolder'],
    ['Resilio Sync', 'work', '.sync/ID'],
    ['MEGA', 'MEGAsync'],
    ['Jianguoyun (Nutstore)', '我的坚果云'],
    ['Naver MYBOX', '네이버 MYBOX'.normalize('NFD')],
  ];
  for (const [service, folder, marker] of kept) {
    const base = temporaryFolder();
    const root = makeFolder(base, folder);
    if (marker !== undefined) {
      makeFolder(root, marker, '..');
      writeFileSync(join(root, marker), '');
    }
    const deep = join(makeFolder(root, 'a', 'b'), 'vault');
    expect((await inspectVaultFolder(deep)).cloud, folder).toBe(service);
    expect((await inspectVaultFolder(root)).cloud, folder).toBe(service);
    expect((await inspectVaultFolder(join(base, 'beside'))).cloud, folder).toBeUndefined();
  }
});

it('V24: a link into such a folder does not hide it', async () => {
  const base = temporaryFolder();
  const kept = makeFolder(base, 'Dropbox', 'work');
  symlinkSync(kept, join(base, 'innocent'));
  expect((await inspectVaultFolder(join(base, 'innocent', 'vault'))).cloud).toBe('Dropbox');
});

it('V24: names and files that only resemble a sign are none', async () => {
  const base = temporaryFolder();
  for (const name of ['dropbox notes', 'MEGAphone', 'onedrive', 'Boxes']) {
    expect(await findCloudService(makeFolder(base, name)), name).toBeUndefined();
  }
  const folder = makeFolder(base, 'plain');
  writeFileSync(join(folder, '.sync_notes.txt'), '');
  makeFolder(folder, '.sync');
  expect(await findCloudService(folder)).toBeUndefined();
});

it('V25: the mount that a path lies on decides whether it is on a network', () => {
  const mountinfo = [
    '22 1 253:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw',
    '30 22 0:26 / /mnt/office rw shared:9 master:2 - nfs4 server:/x rw',
    '31 22 0:27 / /mnt/with\\040space rw - cifs //server/share rw',
    '32 22 0:28 / /home/a/remote rw - fuse.sshfs a@b:/ rw',
    '33 22 0:29 / /home/a/dav rw - fuse https://cloud.example.org/dav rw',
    '34 22 0:30 / /home/a/stick rw - fuseblk /dev/sdb1 rw',
    '35 30 253:2 / /mnt/office/local rw - ext4 /dev/vdb rw',
    '36 22 0:31 / /over rw - nfs server:/y rw',
    '37 22 0:32 / /over rw - tmpfs tmpfs rw',
    'a line of another form',
    '',
  ].join('\n');
  const places: readonly (readonly [string, string | undefined])[] = [
    ['/home/a/vault', undefined],
    ['/mnt/office/vault', 'nfs4'],
    ['/mnt/office', 'nfs4'],
    ['/mnt/officers', undefined],
    ['/mnt/office/local/vault', undefined],
    ['/mnt/with space/vault', 'cifs'],
    ['/home/a/remote/x/y', 'fuse.sshfs'],
    ['/home/a/dav/x', 'fuse'],
    ['/home/a/stick/x', undefined],
    ['/over/x', undefined],
  ];
  for (const [path, type] of places) expect(networkFileSystem(mountinfo, path), path).toBe(type);
});

it('V25: a folder for temporary files is local here, or the system does not say', async () => {
  const { network } = await inspectVaultFolder(temporaryFolder());
  expect(network.type).toBe(process.platform === 'linux' ? 'local' : 'unknown');
});
