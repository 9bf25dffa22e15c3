/** English words that carry no subject. They count for nothing in a query unless it has no others. */
export const STOP_WORDS = new Set(
  (
    'a about above after again all also am an and any are as at be because been being below between both but by can cannot could did do does doing down ' +
    'during each few for from further get give given go had has have having he her here hers him his how however i if in into is it its itself just let like ' +
    'made make makes many may me might more most much must my need no nor not now of off on once one only or other others our out over own per please s same ' +
    'say she should show shows so some such t tell than that the their them then there these they this those through to too two under until up upon us use ' +
    'used using very was way we well were what when where whether which while who whom whose why will with without would you your ' +
    'paper papers work works study article research approach method methods'
  ).split(' '),
);
