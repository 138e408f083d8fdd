// Chinese words by which texts describe or call people whom they do not name, simplified and traditional: our own lists. Sources of patterns.

/** Two or three of a family, told together. */
export const KIN_PAIRS = '母女|母子|父女|父子|姐妹|姊妹|兄弟|姐弟|兄妹|夫妻|夫妇|夫婦|祖孙|祖孫|婆媳|爷孙|爺孫';

/** Surnames that stand behind 老 when somebody is called so, but for those that make other words with it. */
export const SURNAMES_CALLED =
  '谭|譚|王|李|张|張|刘|劉|陈|陳|杨|楊|赵|趙|黄|黃|周|吴|吳|徐|孙|孫|朱|马|馬|胡|郭|何|林|罗|羅|郑|鄭|梁|谢|謝|宋|唐|许|許|邓|鄧|冯|馮|韩|韓|曹|曾|彭|萧|蕭|蔡|潘|田|董|袁|余|叶|葉|蒋|蔣|杜|苏|蘇|魏|程|吕|呂|丁|沈|姚|卢|盧|傅|钟|鍾|崔|廖|范|汪|陆|陸|戴|贾|賈|夏|邱|邹|鄒|孟|秦|阎|閻|薛|尹|段|黎|陶|贺|賀|郝|龚|龔|邵|钱|錢|朴|金';

/** What somebody is called in a family or a village instead of a name. */
export const ALIASED = '(?:阿\\p{Script=Han}|[一二三四五六七八大小老][姐哥妹嫂姨婶嬸叔]|\\p{Script=Han}[姐哥嫂姨])';

/** Kinds of people whom harm threatens or has befallen, as notices and groups call them. */
export const GROUPS =
  '(?:在朝|留朝|留在朝鲜的|留在朝鮮的)(?:亲属|親屬|家属|家屬|家人|亲人|親人)|失联者|失聯者|被遣返者|遭遣返者|滞留者|滯留者|被送回者|(?:无证|無證)(?:朝籍|朝鲜籍|朝鮮籍|外籍)?人[员員]|窝留者|窩留者|收留者|同居的?朝(?:籍|鲜籍|鮮籍)(?:妇女|婦女)|(?:无户口|無戶口|黑户|黑戶)(?:儿童|兒童|孩子)';
