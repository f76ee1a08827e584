/** The dictionaries inside opencc-js, which its own types leave out: "從 从|後 后|…". */
declare module "opencc-js/dict/*" {
  const pairs: string;
  export default pairs;
}
