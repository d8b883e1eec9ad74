/** The one file of `natural` that is used. Its own types cover only its front door, which is never loaded. */
declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const stemmer: { stem(word: string): string };
  export default stemmer;
}
