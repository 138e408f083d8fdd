// Catalogues have explicit ids; scripts/check-catalogues.mjs holds all four to what the desk says.
export default {
  locales: ['en', 'zh-Hans', 'zh-Hant', 'ko'],
  sourceLocale: 'en',
  catalogs: [{ path: '<rootDir>/src/web/locales/{locale}', include: ['<rootDir>/src/web'] }],
};
