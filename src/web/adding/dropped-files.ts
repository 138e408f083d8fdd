/** Most files of one drop: more are better added from the command line, which can be ended and taken up again. */
export const MOST_FILES = 5000;

/** Files that were dropped, folders opened; the limit is one more than is taken, so that too many are noticed. */
export async function filesDropped(transfer: DataTransfer): Promise<readonly File[]> {
  // The list of items is emptied as soon as the event is over.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (entries.length === 0) return [...transfer.files];
  const files: File[] = [];
  for (const entry of entries) await collect(entry, files);
  return files;
}

async function collect(entry: FileSystemEntry, files: File[]): Promise<void> {
  if (files.length > MOST_FILES) return;
  if (isFile(entry)) files.push(await new Promise<File>((resolve, reject) => entry.file(resolve, reject)));
  else if (isFolder(entry)) {
    const reader = entry.createReader();
    for (;;) {
      // Browsers hand over a hundred at a time.
      const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
      if (some.length === 0) return;
      for (const one of some) await collect(one, files);
    }
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
