/**
 * Everyday English words. A query of them is English and not read in other languages, in which some of them are stems of something:
 * Polish sad (court), Spanish red (network).
 */
export const COMMON_WORDS = new Set(
  (
    'about accident account actor advert agency air airport album ambulance angle angry animal antique apple apply architect area arm army arrest ' +
    'arrive art artist ask aunt author autumn award baby back bacon bag baker ball banana band bar bargain basket bath bathroom battery beach ' +
    'bean beat bed bedroom bedside beef beer begin bell belt bicycle big bike bill bird birthday biscuit bite blanket blog blood blue boat body boiler ' +
    'bomb bone bones bonus book booked booking bookshop boot boss bottle bowl box boy brain brand bread break breakfast breath breed bridge ' +
    'bright bring brother bruise brush budget builder burger bus butcher butter buy buyer cab cage cake call calorie camera camp campaign can ' +
    ' candle cap capital car care career carpet cartoon case cash castle cat cave ceiling cell cemetery chair chalk champion charge ' +
    'charity chat cheap cheek cheese chef chest chicken child childhood children chin chip chocolate christmas church cigarette cinema citizen ' +
    'city claim class clean cliff climb clinic clock closet cloth clothes cloud club coach coal coat coffee cold collar college comb comedy comet ' +
    'compass computer concert contract cook cool copper cost cottage cotton couch cough count courage court cousin cow cream credit crew crime ' +
    'criminal crisis crowd crown cry cup curtain cushion customer cut cycle dairy dance dark date daughter dawn day deal debt december deep deer ' +
    'degree delay delivery dentist department deposit desert desk detail diamond diet dinner dinosaur director dirty discount disease dish ' +
    'distance district dive divorce doctor dog door drain draw drawer dream dress drink driver driving drop drug drum duck dust eagle ear earth ' +
    'earthquake east easter edge egg elbow electric electrician elephant emperor empire employee empty end engine engineer envelope episode ' +
    'evening exam exercise exhibition expert eye fabric face factory fan farm farmer fashion fast father fee feel fence ferry festival fever ' +
    'fiction field fill film finger fire fish fist fit fitness flag flame flat flea flight floor flour flow flower flu fly fog food foot football ' +
    'forecast forest fork friday fridge friend frog frost fruit full fun funeral fur furniture galaxy gallery gallon game garden gardener garlic ' +
    'gas gate genius ghost gift giraffe girl glass glove glue goal goat gold golf good goose gossip government grain grandmother grape grass ' +
    'grave gravity green grocery guest guitar gun guy habit hair hairdresser hall hammer hand handbag happy harbour hard harvest head headache ' +
    'health heart heating heavy help hero highway hill hip hit hobby hole holiday home honey hood hope horoscope horse hose hospital hot hotel ' +
    'hour house household hunger hungry hurricane hurry husband ice illness ink insurance interview invoice iron island ivory jacket jail jam ' +
    'january jar jeans jelly jet jewel jewellery joint joke juice jump jumper jungle jury kettle key keyboard kid kidney kind king kiss kitchen ' +
    'kite kitten knife ladder lady lake lamb lamp land landlord lane laser late laugh laundry lawn lawyer lead leader leaf league lease leather ' +
    'lecture left leg leisure lemon lemonade lend lesson letter licence license lid life lift light lightning lion lip list live liver load loan ' +
    'lobster lock log long look lorry loss lottery loud lounge love lover luck luggage lunch lung machine magazine maid mail main manager map ' +
    'marathon march mark market marriage massage mate mayor meadow meal meat medal medicine meet member mental menu midnight mile military milk ' +
    'mill mine miner minister minute mirror mist mix mobile monday money monkey month monument mood moon morning mortgage mosquito moth mother ' +
    'motor motorbike mountain mouse mouth move movie mud murder museum mushroom music musician mustache mustard nail name nation neck necklace ' +
    'need neighbour nephew nest net news newspaper next niece night noon nose note novel november nurse nursery nursing nut oak oat ocean office ' +
    'officer oil old olive olympic onion open opera orange orchestra organic orphan oven owner oxygen oyster pack pad page pain paint painter ' +
    'pair palace pan paper parade parcel parent park parking parliament parrot part party pass passenger passport password past pasta paste path ' +
    'patient pavement pay pea peach peanut pear pencil penguin pension pepper perfume period pet petrol pharmacy phone photo photograph piano ' +
    'pick picture pie pig pigeon pilgrim pill pillow pilot pin pipe pirate pizza plan plane planet plaster plastic plate play plum plumber ' +
    'plumbing pocket poet poison police pollution pond pony pool poor pope pork porridge port post pot potato pottery pound powder prayer ' +
    'pregnancy president press pressure price priest prime prince prison prize protest province pub pudding pull pump pumpkin pupil puppy purse ' +
    'push puzzle pyramid quarter queen queue quiet quilt quit quiz rabbit race radio rail railway rain raincoat rat read recipe red referee ' +
    'refugee refund relationship religion rent rental repair reporter rest restaurant retirement review ribbon rice rich ride rifle right ring ' +
    'rise river road robbery robot rock rocket roll roof room root rope rose royal rug rugby rule ruler run sad saddle safe sail sailor salad ' +
    'salary sale salmon salt sand sandal sandwich satellite satin saturday sauce sausage save scarf schedule school scissors scooter screen ' +
    'sculpture sea seal season seat secretary seed sell senate send september set sewing shampoo shares shark shave shed sheep shell shelter ' +
    'shift ship shirt shoe shop shopping shore short shoulder shower shrimp sick silver sing singer sink sister site size skeleton skin skirt ' +
    'skull sky sleep sleeve slice slipper slow small smile smoke snail snake sneeze snow soap sock sofa soft soldier song sort soup sour spa ' +
    'spade sparrow spice spider spinach spoon sport spot spring squirrel stable stadium staff stage stair stamp star start station statue stay ' +
    'steak steal steam step stew stick stomach stone stop store storm stove stranger straw strawberry street strike stripe strong student ' +
    'submarine suburb subway sugar suit suitcase summer sun sunday sunset sunshine supermarket surgeon surgery swan sweat sweater sweet swim ' +
    'swimming sword symptom syrup table tail tailor take takeaway tale talk tall tank tap tax taxi tea teacher team teapot teenager television ' +
    'temple tenant tennis tent terrorist theater theatre therapy thief thigh throat thumb thunder thursday ticket tide tie tiger tile time ' +
    'timetable tip tire tired toast toe toilet tomato tool tooth toothbrush top torch tour tourist towel town toy trade train trainer tram ' +
    ' transport traveller tree trial tribe trip trophy trouser trousers truck trumpet try tube tuesday tunnel turkey turn turtle twin ' +
    'tyre umbrella uncle uniform union universe vacation vaccine valley valve vase vegan vegetable vehicle vet veteran victim view village ' +
    'vinegar violin virus visit vitamin volcano vote voter voyage wagon waist wait waiter wake walk wall wallet walnut want war wardrobe ' +
    'warehouse warm wash wasp watch water waterfall wave wax way weak weapon wear weather web wedding wednesday week weight west whale wheat ' +
    'wheel whisky whistle widow wife wildlife win wind window wine wing winner winter wish witness wizard wolf woman wood wool work worker ' +
    'evacuation evacuations wildfire platform words flood floods hurricane ceasefire hostage strikes tariff tariffs minister ministers mayor verdicts penalty goalkeeper striker midfielder semifinal ' +
    'agency airline alarm alphabet app appendix appointment attach attached bank basement bathtub battle bookkeeping broadband broker brochure bungalow cable ' +
    'caffeine calendar cappuccino caravan carpenter caution chapter chemist cholesterol cider coin college cookie cookies coupon courier courtyard crossword ' +
    'cruise cuisine currency decor diary diarrhoea dining discount dosage download dress dryer earrings eyebrow fertilizer fees firefox flooring florist fragrance ' +
    'freezer fridge fruit furnace gadget garage genre ginger greenhouse gym hairstyle handyman headphones heater hiking history hostel idea immigration infection ' +
    'information install invitation itinerary jogging karaoke kayak knowledge laptop leggings lens lipstick luggage makeup manicure mattress mention mentioned microwave mole ' +
    'mortgage mower newsletter nightclub notary ointment outfit oven owl paperback parasite payslip pedal phones phone picnic pillowcase plug plugs plumbing pram printer puzzles ' +
    'pushchair rash receipt recycling referendum remedy renovation rental report restaurants riding roommate router salary scanner scam sauna seafood seminar shower ' +
    'adverts airbag allergy appeal barbecue blender bracelet cancellation checkout childcare comics crosswords cv delivery detox eggs emails energy festival fines flowers glue grocery jokes knock laundry lawnmower lottery luxury massage mining mobile ' +
    'necklaces nurseries opening parcels perfume pets photos planning plastic poem postcode pricing promo quote quotes raffle ratings recipes refunds renewal repairs roofing seats sewing shoes showers sightseeing songs stamps storage subscribe template tickets tips toys tyres vitamins ' +
    'skateboard ski skincare smartphone snack soil sofa souvenir spa spam stain stairs stitch stool suitcase sunglasses tablet tattoo tax taxes teen teens thank think toddler ' +
    'toothpaste tractor trainers travel trousers tutorial upgrade vacuum veterinary visa voucher waistband wallpaper warranty washing weed whiskey wifi windshield workshop zip ' +
    'workout world worm wound wrestle wrist yacht yard yarn year yoghurt young zebra zip zoo'
  ).split(' '),
);
