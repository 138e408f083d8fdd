/** The parts of tesseract.js that its own worker is made of, used here without a thread and without a network. */
declare module 'tesseract.js/src/worker-script/index.js' {
  interface Packet {
    readonly workerId: string;
    readonly jobId: string;
    readonly action: 'load' | 'loadLanguage' | 'initialize' | 'setParameters' | 'recognize';
    readonly payload: unknown;
  }
  interface Answer {
    readonly jobId: string;
    readonly status: 'resolve' | 'reject' | 'progress';
    readonly data: unknown;
  }
  interface Adapter {
    readonly getCore: unknown;
    readonly gunzip: unknown;
    readonly readCache: unknown;
    readonly writeCache: () => Promise<void>;
    readonly deleteCache: () => Promise<void>;
    readonly checkCache: () => Promise<boolean>;
  }
  const script: {
    dispatchHandlers(packet: Packet, send: (answer: Answer) => void): void;
    setAdapter(adapter: Adapter): void;
  };
  export = script;
}
declare module 'tesseract.js/src/worker-script/node/getCore.js' {
  const getCore: unknown;
  export = getCore;
}
declare module 'tesseract.js/src/worker-script/node/gunzip.js' {
  const gunzip: unknown;
  export = gunzip;
}
declare module 'tesseract.js/src/worker-script/node/cache.js' {
  const cache: { readonly readCache: unknown };
  export = cache;
}
declare module '@tesseract.js-data/eng' {
  const data: { readonly langPath: string };
  export = data;
}
declare module '@tesseract.js-data/kor' {
  const data: { readonly langPath: string };
  export = data;
}
declare module '@tesseract.js-data/chi_sim' {
  const data: { readonly langPath: string };
  export = data;
}
declare module '@tesseract.js-data/chi_tra' {
  const data: { readonly langPath: string };
  export = data;
}
