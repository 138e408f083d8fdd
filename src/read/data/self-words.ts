/**
 * How a text speaks of itself, and of what was done with it on a day: English, Chinese, Korean. Our own lists, from the manner of statements,
 * records of talks and pages of explanation.
 */
export const SELF_WORDS: readonly (readonly [text: RegExp, done: RegExp])[] = [
  [
    /\b(?:this|the|our|an edited|edited)\s(?:joint\s|public\s|open\s)?(?:statement|letter|appeal|declaration|page|text|article|explainer|fact ?sheet|document|paper|discussion|conversation|interview|round ?table|forum|panel|event|talk|thread|transcript|record|translation|report|essay|piece|brief(?:ing)?|note|figures?|numbers?|information)\b|\b(?:page|statement|text|document)\s(?:last|first)\b|(?:^|[.;]\s)(?:recorded|conducted|written|adopted|updated|edited|first published)\b/iu,
    /\b(?:updated|published|issued|released|adopted|signed|held|took place|recorded|conducted|edited|revised|reviewed|corrected|written|posted|translated|brought together|met|gathered|sat down|spoke|convened|appeared|printed|ran|prepared|compiled|accurate|correct|current)\b/iu,
  ],
  [
    /(?:本|此|这|這|该|該|以下)(?:文|内容|內容|页|頁|篇|声明|聲明|公开信|公開信|座谈|座談|访谈|訪談|圆桌|圓桌|对谈|對談|通告|帖|记录|記錄|资料|資料)|来稿|來稿|截稿|座谈会|座談會|访谈|訪談|圆桌|圓桌|对话会|對話會/u,
    /更新|发布|發布|发表|發表|举行|舉行|召开|召開|进行|進行|整理|刊于|刊於|记录|記錄|录音|錄音|修订|修訂|定稿|校对|校對|编写|編寫|撰写|撰寫|写于|寫於|作于|作於|成稿|完稿|截至|截止/u,
  ],
  [
    /(?:이|본)\s?(?:글|자료|성명|성명서|문서|페이지|기록|대담|좌담|인터뷰)|좌담|대담|토론회|간담회|인터뷰|업데이트|최종\s?수정/u,
    /열렸|열린|열었|연\s|진행|작성|수정|업데이트|발표|갱신|고쳤|고침|녹취|정리|모였|만났|나눴|펴냈|배포|채택|있었던|나눈|간추|옮긴|실린|실은|실렸|기준|썼|쓴/u,
  ],
];
