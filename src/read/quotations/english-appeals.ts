/** Whether verbs of one pattern say something with what stands behind them; undefined for those of several. */
export function isAppeal(
  verb: string,
  { behind, reach, isDocument }: { readonly behind: string; readonly reach: string; readonly isDocument: boolean },
): boolean | undefined {
  const near = reach.slice(0, 120);
  if (/^(?:describe[sd]?|characteri\w+)$/.test(verb))
    return / as |^ (?:how|\w+ing) |^ (?:\S+ ){0,2}\S+s \w{3,}ing /.test(` ${near} `);
  if (/^accuse/.test(verb)) return /\sof\s/.test(near);
  if (/^puts?$/.test(verb)) return PUT_AT.test(reach);
  if (
    /^(?:requires?|required|prohibit|prohibits|prohibited|forbids|forbade|forbid|bans|obliges|directs|directed)$/.test(
      verb,
    )
  )
    return isDocument;
  if (/^urge[sd]?$/.test(verb)) return !/^\s+that\s/.test(behind) || undefined;
  return undefined;
}

/** Put the number of missing at 200. */
const PUT_AT =
  /^(?:the|its|their|that) [^,]{3,60}? at (?:about |around |over |more than |less than |between |roughly )?[\d$€£]/;
