/** English words that carry no subject. They count for nothing in a query unless it has no others. */
export const STOP_WORDS = new Set(
  (
    'a about above after again all also am an and any are as at be because been being below between both but by can cannot could did do does doing down ' +
    'during each few for from further get give given go had has have having he her here hers him his how however i if in into is it its itself just let like ' +
    'made make makes many may me might more most much must my need no nor not now of off on once one only or other others our out over own per please s same ' +
    'say she should show shows so some such t tell than that the their them then there these they this those through to too two under until up upon us use ' +
    'used using very was way we well were what when where whether which while who whom whose why will with without would you your ' +
    'although among et al etc eg ie although moreover furthermore however therefore thus hence nevertheless despite since still yet soon even ever never ' +
    'whose within without upon via per according toward towards across around along although unless rather quite really actually simply maybe perhaps ' +
    'read click add see look page home http https www com org html example examples thing things lot lots way ways kind kinds sort ' +
    'first second third last next new old good better best great big small want wanted know known called named find finding found ' +
    'someone somebody something anything nothing everybody everyone whom yes okay hello please thanks thank today tomorrow yesterday ' +
    'hand matter rule thumb fingers ' +
    'figure figures fig table tables section sections appendix equation shown author authors ' +
    'title titles paper papers work works study article research approach method methods'
  ).split(' '),
);
