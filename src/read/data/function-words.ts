/**
 * Function words that tell languages in Latin script apart, written down from general knowledge of each language.
 * Short, frequent, and as far as possible foreign to the others; words shared by two languages count for both.
 * Words of one letter are left out but for English.
 */
export const FUNCTION_WORDS: Readonly<Record<string, string>> = {
  en: 'a an such any anyone anything each every must shall should may might person people year years the of and to in that is was for it with as his on be at by had not are but from or have an they which one you were her all their there been if more when will would who so no she we do my this has than what can could said about our your out up into them its some only other new these two may first then any like after also did many',
  fr: 'le la les des et est dans que qui pour une du en sur avec ne pas au aux ce cette il elle nous vous sont par plus son ses leur mais ou où été être fait comme tout ont était aussi entre sans je se si même ces dont',
  de: 'der die das und ist in den von zu mit sich des auf für nicht ein eine als auch es an dem er hat aus bei sie nach wird einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man wir ich ihr kann wurde',
  es: 'el la los las de que en un una es por con para se no del al lo como más pero sus le ya este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante ser son dos fue había era muy años',
  pt: 'os as de que do da em um uma para com não por mais dos como mas ao ele das seu sua ou quando muito nos já eu também só pelo pela até isso ela entre depois sem mesmo aos seus quem nas me esse eles você foi são está',
  it: 'il lo la gli le di che in un una per con non si da del della dei delle al alla sono come più ma anche nel nella dal ha questo questa suo sua loro essere stato se perché tra dopo molto ci io noi hanno era',
  nl: 'de het een van en in is dat op te zijn met voor niet die aan er om ook als bij dan maar uit door nog naar over heeft ze hij worden wordt deze dit werd hebben tot je meer kan geen wel zo zich we ik was',
  sv: 'och att det som en på är av för med den till inte om ett han men har de jag från vi så var kan när eller ska efter också hade nu där vid mot under',
  pl: 'na że się nie do to jest jak po co tak za od przez dla ale czy są był jego tym już być tylko oraz może które który ich jej przed',
  cs: 'se na je že do to po za byl jsou ve jako ale pro jak co které který od před také by už si tak nebo podle při mezi bude',
  hu: 'az és hogy nem is egy ez volt meg de csak már mint el ki még vagy ha van lesz után minden szerint közötti',
  ro: 'și în de la nu cu este pe care din pentru că un mai sau au fost ca prin după ce fi sunt',
  hr: 'je na se da za od su kao iz koji što bi ali nije po bio sam do ili te koje prema',
  tr: 've bir bu da de için ile çok olarak olan daha gibi en ne kadar sonra ama var ise her değil mi ya hem iki',
  vi: 'và của là có trong được cho các một không với những người này đã đến khi từ ra về như cũng tại nhiều sẽ bị',
  id: 'yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena tersebut bisa ada mereka lebih telah oleh sudah atau seperti kami kita',
};
