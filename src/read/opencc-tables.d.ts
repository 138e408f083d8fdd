/** Tables of OpenCC as the package ships them, one by one: pairs with a space between, a bar behind each but the last. */
declare module 'opencc-js/dict/*' {
  const pairs: string;
  // biome-ignore lint/style/noDefaultExport: the package has no other
  export default pairs;
}
