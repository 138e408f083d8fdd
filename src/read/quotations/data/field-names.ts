/**
 * What a line of a form, an invitation or a header is about: no one speaks in it. Our own list, from notices, letters and mails, in
 * lower case.
 */
export const FIELDS: ReadonlySet<string> = new Set(
  [
    'date time place venue location address contact contacts tel telephone phone fax mobile email e-mail website web url',
    'from to cc bcc re subject sent reply-to attn attention ref reference enclosure attachment attachments keywords tags topic',
    'title author authors source sources photo photos image caption credit translation category status number no language',
    'price fee fees cost amount total deadline duration period agenda organizer organizers organiser organisers sponsors',
    'participants panel note notes summary background introduction conclusion abstract contents appendix annex update',
    'warning important name age sex gender nationality occupation birthplace charge charges verdict',
    '时间 時間 地点 地點 日期 地址 电话 電話 传真 傳真 邮箱 電郵 邮编 网址 網址 联系人 聯繫人 联系方式 联系电话 发件人 收件人 寄件人 抄送 主题 主題 主旨 标题 標題',
    '题目 題目 作者 来源 來源 出处 出處 责任编辑 摄影 攝影 图片 圖片 翻译 翻譯 关键词 關鍵詞 标签 標籤 分类 分類 编号 編號 文号 文號 主办 主辦 主办单位 协办 承办',
    '费用 費用 金额 金額 期限 截止日期 附件 备注 備註 注 注意 说明 說明 摘要 背景 结论 結論 议程 議程 参加者 姓名 性别 性別 年龄 年齡 籍贯 国籍 國籍 职业 職業 罪名 刑期',
    '일시 날짜 시간 장소 주소 전화 전화번호 연락처 팩스 이메일 홈페이지 누리집 문의 문의처 보낸사람 받는사람 발신 수신 참조 경유 제목 주제 부제 작성자 저자 글쓴이 출처',
    '자료 사진 편집 번역 키워드 태그 분류 번호 주최 주관 후원 협찬 대상 인원 비용 참가비 금액 기간 기한 마감 접수 신청 첨부 붙임 별첨 비고 참고 주의 안내 요약 개요 배경',
    '결론 목차 순서 일정 내용 목적 참석자 참석 패널 이름 성명 성별 나이 연령 국적 직업 본적 죄명 형량',
  ].flatMap((line) => line.split(' ')),
);
