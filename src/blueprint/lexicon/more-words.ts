/** Well-known apps, by the domain they belong to: `an Airbnb clone`, `like Spotify`. */
const BRANDS: Readonly<Record<string, string>> = {
  social: 'instagram|twitter|tiktok|facebook|reddit|pinterest|snapchat|mastodon|threads|bluesky',
  chat: 'whatsapp|slack|telegram|discord|messenger|wechat',
  films: 'netflix|letterboxd|imdb|disney plus',
  music: 'spotify|soundcloud|apple music',
  shop: 'amazon|etsy|ebay|shopify|aliexpress|vinted|craigslist',
  restaurant: 'doordash|uber eats|ubereats|deliveroo|grubhub|just eat',
  rides: 'uber|lyft|blablacar|bolt',
  hotel: 'airbnb|booking com|expedia',
  property: 'zillow|rightmove|redfin',
  dating: 'tinder|bumble|hinge|tinder-like',
  tasks: 'todoist|things 3|any.do',
  kanban: 'trello|asana|jira|monday com',
  notes: 'notion|evernote|obsidian',
  learning: 'duolingo|anki|coursera|udemy|khan academy',
  quiz: 'kahoot|wordle',
  fitness: 'strava|fitbit|myfitnesspal',
  books: 'goodreads|kindle',
  wellbeing: 'headspace|calm app',
  expenses: 'splitwise|ynab|mint app|revolut|venmo',
  'job-board': 'linkedin|indeed|glassdoor',
  tickets: 'ticketmaster|eventbrite',
  booking: 'calendly|opentable|treatwell',
  services: 'taskrabbit|fiverr|uber for',
  travel: 'tripadvisor|google maps|tripit',
};

/** What people of more languages call these things; a script without spaces is found inside a word, too. */
const LANGUAGES: Readonly<Record<string, string>> = {
  tasks: 'कार्य|टू-डू|काम की सूची|قائمة المهام|görev*|takenlijst|lista rzeczy|zadani*|할일|待辦',
  notes: 'नोट्स|مفكرة|anotaç*|bloc de notas|notatk*|笔记本|메모장',
  expenses:
    'مصاريف|المصاريف|نفقات|ميزانية|खर्च|बजट|finanças|gastos|orçament*|presupuest*|risparm*|harcama*|wydatk*|uitgaven|budżet*|지출|예산|ค่าใช้จ่าย|chi tiêu',
  recipes: 'طبخ|وصفة|रेसिपी|व्यंजन|खाना|yemek tarif*|przepis*|recepten|요리|สูตรอาหาร|công thức',
  groceries: 'lista de compras|lista zakupów|boodschappen*|alışveriş list*|قائمة التسوق|किराना|장보기|购物清单',
  fitness:
    'تمارين|رياضة|वर्कआउट|व्यायाम|फिटनेस|जिम|treino*|academia|allenament*|palestra|musculation|entraînement*|gimnasio|entreno*|siłowni*|antrenman*|筋トレ|トレーニング|ออกกำลังกาย|tập luyện',
  habits: 'العادات|आदत|nawyk*|alışkanlık*|gewoonte*|thói quen',
  wellbeing: 'يوميات|डायरी|ध्यान|diario|journal intime|diário|dziennik|günlük|일기|명상|冥想|瞑想',
  hydration: 'شرب الماء|पानी|beber agua|boire de l’eau|beber água|wasser trinken|물 마시기|喝水|水分',
  sleep: 'النوم|नींद|수면|sommeil|sonno|sen takibi',
  medicine: 'أدوية|دواء|दवा|medicina*|farmac*|remédio*|lek|leki|ilaç*|복약|吃药',
  shop: 'متجر|दुकान|खरीदारी|mağaza*|sklep*|winkel*|boutique en ligne|loja virtual|쇼핑|商城|购物|ร้านค้า|cửa hàng',
  restaurant: 'مطعم|रेस्टोरेंट|restoran*|restauracj*|ristorante|menú|메뉴|餐厅|外卖|点餐|ร้านอาหาร',
  travel: 'سفر|رحلة|رحلات|यात्रा|seyahat*|podróż*|reizen|viagens|여행|旅行|ท่องเที่ยว|du lịch',
  weather: 'طقس|الطقس|मौसम|meteo|pogod*|hava durumu|날씨|อากาศ|thời tiết',
  books: 'كتب|قراءة|किताब|पुस्तक|książk*|kitap*|boeken|leitura|livros|독서|阅读|หนังสือ|sách',
  music: 'موسيقى|संगीत|गाने|muzyk*|müzik*|muziek|음악|เพลง|âm nhạc',
  films: 'أفلام|फिल्म|filmes|filmi|dizi|영화|드라마|アニメ|追剧|หนัง|phim',
  news: 'أخبار|الأخبار|समाचार|haber*|wiadomości|nieuws|뉴스|ข่าว|tin tức',
  learning:
    'تعلم|دراسة|مدرسة|सीख|पढ़ाई|अध्ययन|idiomas|langues|lingue|nauka|öğren*|leren|英単語|背单词|공부|단어|เรียน|học tập',
  booking: 'حجز|مواعيد|बुकिंग|अपॉइंटमेंट|prenot*|prenotare|agend*|barbearia*|réserv*|rezerwacj*|randevu*|afspra*|예약|预约',
  chat: 'دردشة|محادثة|चैट|sohbet|czat|bate-papo|채팅|แชท|trò chuyện',
  social: 'تواصل اجتماعي|सोशल|rede social|rete sociale|sosyal|소셜',
  plants: 'نباتات|पौधे|पौधा|bitki*|rośli*|식물|植え|ต้นไม้',
  pets: 'حيوانات|पालतू|كلب|قطط|evcil*|zwierz*|huisdier*|반려|สัตว์เลี้ยง',
  events: 'مناسبات|حفلة|शादी|कार्यक्रम|düğün*|etkinlik*|wesele|bruiloft|결혼|이벤트',
  games: 'لعبة|ألعاب|खेल|oyun*|gry|게임|เกม|trò chơi',
  property: 'عقارات|संपत्ति|घर खोज|emlak|nieruchomości|부동산|房产|租房',
  vehicles: 'سيارة|गाड़ी|कार|araba*|samochód*|fahrtenbuch|자동차|汽车',
  jobs: 'وظائف|नौकरी|iş ilan*|praca|일자리|找工作',
  photos: 'صور|फोटो|zdjęci*|fotoğraf*|사진|รูปภาพ',
  faith: 'القرآن|أذكار|भजन|पूजा|oraç*|modlitw*|dua',
};

/** The words that `domain.words` does not hold itself. */
export const moreWordsOf = (domainId: string): readonly string[] =>
  [BRANDS[domainId], LANGUAGES[domainId]].flatMap((words) => words?.split('|') ?? []);
