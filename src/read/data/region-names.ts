/**
 * Words in class, id, role and test-id names by which sites tell what a part of a page is for. Collected from general
 * knowledge of templates and content systems; they weigh, together with what the text itself looks like.
 */

/** Parts that hold the text of an article. */
export const BODY_NAMES: RegExp =
  /article[-_]{0,2}(?:body|content|text|copy|main|detail|inner)|(?:entry|post|story|news|blog|page|single|body|main|text|content|td-post|field)[-_]{0,2}(?:content|body|text|copy|article)\b|articlebody|story-?body|\bcontent-body|rich-?text|body-?copy|\bprose\b|markdown-body|\bartikel|\bpost_?content|\bcontentmain|text_?content|article_?con\b|\bart_?body|\bview_?con\b/i;

/** Parts where readers write. */
export const COMMENT_NAMES: RegExp =
  /\bcomments?\b|comment[-_]?(?:list|section|area|thread|wrapper|body|form|respond|reply)|commentlist|\bdisqus|\breplies\b|\brespond\b|discussion[-_]?(?:list|thread)|fb-comments|livefyre|\bspot-im|coral-?talk|viafoura/i;

/** Parts that move about in the site, sell, share, or tell of other pages. */
export const ASIDE_NAMES: RegExp =
  /\bnav(?:bar|igation)?\b|[-_]nav\b|\bmenu\b|[-_]menu\b|breadcrumb|\bfooter\b|[-_]footer\b|\bfoot\b|masthead|site-?header|page-?header|global-?header|side-?bar|\bside\b|\brail\b|right-?rail|\baside\b|widget|\bshar(?:e|ing)\b|share-|-share\b|sharebar|share_|social|sns|addthis|addtoany|follow-?us|\brelated|-related|related-|recommend|you-may|also-?like|read-?more\b|readmore|read-?next|more-?(?:from|stories|on|news|articles)|most-?(?:read|popular|viewed)|popular|trending|latest-?(?:news|posts|stories)|teaser|promo|\bpromoted|newsletter|subscri(?:be|ption)|sign-?up|signin|sign-in|login|register|paywall|regwall|donat(?:e|ion)|cookie|consent|gdpr|banner|\bads?\b|[-_]ads?\b|\bads?[-_]|advert|sponsor|outbrain|taboola|revcontent|dfp|\bmodal\b|popup|pop-up|overlay|lightbox|tooltip|dropdown|toolbar|tool-?box|pagination|\bpager\b|paging|post-?nav|\bskip\b|skip-?link|sr-only|screen-?reader|visually-?hidden|visuallyhidden|\btags?\b|tag-?(?:list|cloud|s)\b|[-_]tags?\b|post-?tags|article-?tags|\btopics?[-_]?(?:list|s)?\b|categor(?:y|ies)[-_]?(?:list|links)?\b|keyword|\bcopyright|disclaimer|jp-related|yarpp|\bprint-?only|\bhidden-?print|feedback|rating-|\bpoll\b|quiz|\bsurvey|call-?to-?action|\bcta\b|inline-?(?:promo|related|newsletter)|in-?article-?(?:promo|related)|\bslick|carousel|slider|\bticker|timeline-?widget|embed-?(?:promo|related)|weather|stock-?quote|market-?data|site-?map|jump-?link|backtotop|back-?to-?top|corrections?-?link|\bapp-?promo|download-?app|zergnet|mailing|\bmailchimp|notification|alert-?bar|\bsubnav|crumbs?\b/i;

/** Lines about the article that are not its text: who, when, pictures' captions and credits. */
export const ABOUT_NAMES: RegExp =
  /by-?line|\bauthors?\b|author[-_]|[-_]author|\bbio\b|[-_]bio\b|contributor|\bmeta\b|[-_]meta\b|meta[-_]|post-?info|article-?info|entry-?info|\bdate(?:line)?\b|[-_]date\b|date[-_]|time-?stamp|\btimestamp|publish(?:ed|-)?(?:on|date|time|-at)?\b|pubdate|updated?-?(?:on|time|date)|caption|credit|wp-caption|photo-?(?:info|by|source)|image-?(?:info|source|desc)|media-?(?:info|desc|title)|figcaption|gallery|slideshow|kicker|eyebrow|\blabel\b|read(?:ing)?-?time|view-?count|\bstats?\b|\bdisclosure|headline|\bsource-?(?:line|info)\b|table-?of-?contents|\btoc\b/i;

/** Notices of consent are long, and never the text of a page. */
export const CONSENT_NAMES: RegExp =
  /cookie|consent|gdpr|onetrust|didomi|quantcast|privacy-?(?:overview|notice|banner|popup)/i;
