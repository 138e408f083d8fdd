/** Files taken out of one file at most, and their bytes together: members are held until they were handed on. */
export const MEMBER_LIMITS: { readonly files: number; readonly bytes: number } = {
  files: 5000,
  bytes: 384 * 1024 * 1024,
};
