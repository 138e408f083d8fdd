/**
 * Words at the end of a place's official name that texts leave out: 延吉市 is written 延吉, Musan County Musan. From the
 * administrative divisions of the two states. 县 and 현 stay on names that would be left with one character or, in
 * Korean, with an everyday word (안도현).
 */
export const PLACE_ENDINGS: readonly RegExp[] = [
  /(?:朝鲜族|朝鮮族|满族|滿族)?(?:自治州|自治县|自治縣)$/u,
  /[省市县縣]$/u,
  /(?:특별시|직할시|시|성)$/u,
  / (?:korean |manchu )?(?:autonomous |self-governing )?(?:province|county|city|municipality|prefecture|district)$/u,
];
