/**
 * Everyday English words. A query of them is English and not read in other languages, in which some of them are stems of something:
 * Polish sad (court), Spanish red (network).
 */
export const COMMON_WORDS = new Set(
  (
    'about actor air angry apple apply area arm arrive art ask aunt autumn baby back bag baker ball banana band bar basket bathroom beach bean ' +
    'beat bed bedroom beer begin bell belt bicycle big bill bird birthday biscuit bite blanket blog blood blue boat bomb bone book boot boss ' +
    'bottle bowl box boy bread break bridge bright bring brother brush bus butter buy cake call camera camp can candle cap car case cash castle ' +
    'cat cell chair chat cheese chef chicken child chip church city class clean cliff climb clock cloud club coal coat coffee cold comb computer ' +
    'cook cool cost cotton count cow crowd cry cup cut dance dark date day deal deep delay desk diet dinner dirty discount dish doctor dog door ' +
    'draw dress drink driver drop drum duck ear earth east easter edge egg empty end envelope evening eye face fan farm farmer fast father fee ' +
    'feel field fill film finger fire fish fit flat flight floor flow flower fly food foot football forest fork friday friend fruit full fun game ' +
    'garden garlic gas gate gift girl glass goal gold golf good grape grass green guitar gun guy hair hall hand happy hard head heart heavy ' +
    'help hill hit hole holiday home hope horse hot hotel hour house hungry ice ink iron island jam january jet joke juice jump key keyboard kid ' +
    'kind king kiss kitchen knife lady lake lamp land late laugh lawyer lead leaf left leg lemon lend letter life lift light lip list live load ' +
    'loan lock log long look loss loud love luck lunch mail main map march mark market mate meal meat medal meet menu mile milk mine mirror ' +
    'mix monday money month mood moon morning mother mountain mouse mouth move movie mud music nail name neck need nest net next night nose note ' +
    'nurse nut oak oil old onion open orange oven pack page pain paint pair pan paper park part party pass past pasta path pay pea peach pear ' +
    'pencil pepper pet phone piano pick pie pig pill pillow pilot pin pipe pizza plan plane plastic plate play plum pool poor port post pot ' +
    'potato press price prince pull pump push queen quiet quit race radio rail rain read red rent rest rice rich ride right ring rise river road ' +
    'rock roll roof room root rope rose rule run sad safe sail salad sale salt sand save school screen sea seat seed sell send set sheep ship ' +
    'shirt shoe shop short silver sing sink sister site size skin sky sleep slow small smile smoke snake snow soap sock sofa soft song sort ' +
    'soup sour spa spoon sport spot spring stage stair stamp star start stay steak steal step stick stone stop store storm street strong student ' +
    'sugar suit summer sun sunday sweet swim swimming table tail take tale talk tall tank tax taxi tea teacher team tennis tent ticket tie tile ' +
    'time tip tire tired toe tomato tool tooth top tour towel town toy trade train tree trip trousers truck try tube turn twin uncle vegan ' +
    'view visit wait wake walk wall want warm wash watch water wave way weak wear web wedding week weight west wheel wife win wind window ' +
    'wine wing winter wish wolf woman wood wool work world worm yard year young zoo'
  ).split(' '),
);
