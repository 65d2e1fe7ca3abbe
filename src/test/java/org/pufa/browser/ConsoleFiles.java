package org.pufa.browser;

/** What a member of staff has written before coming to the console. */
final class ConsoleFiles {

    static final String BANK = """
            bank: hourly-work
            title: 小时工题库
            law: 劳动合同法
            version: "2012-12-28修正，2013-07-01起施行"
            questions:
              - id: HR-001
                type: single
                topic: 非全日制
                difficulty: 1
                stem: 非全日制用工，在同一家单位一般平均每日工作不超过多少小时？
                options:
                  A: 三小时
                  B: 四小时
                  C: 五小时
                  D: 六小时
                answer: B
                cite: 第六十八条
                quote: 非全日制用工，是指以小时计酬为主，劳动者在同一用人单位一般平均每日工作时间不超过四小时，每周工作时间累计不超过二十四小时的用工形式。
                explain: 一天四小时，一周二十四小时，两条都不能超过。
              - id: HR-002
                type: judge
                topic: 非全日制
                difficulty: 1
                stem: 非全日制用工的双方可以订立口头协议。
                answer: "对"
                cite: 第六十九条第一款
                quote: 非全日制用工双方当事人可以订立口头协议。
                explain: 可以口头说定，写下来更稳妥。
              - id: HR-003
                type: multiple
                topic: 非全日制
                difficulty: 2
                stem: 关于非全日制用工，下列哪些说法符合《劳动合同法》？
                options:
                  A: 不得约定试用期
                  B: 任何一方可以随时通知对方终止用工
                  C: 终止用工要付经济补偿
                  D: 劳动报酬结算周期最长不得超过十五日
                answer: [A, B, D]
                cite: 第七十条
                quote: 非全日制用工双方当事人不得约定试用期。
                explain: 终止非全日制用工，用人单位不付经济补偿；工资最长十五天结一次。
            """;

    /** An answer that is no option, a citation in digits, a key with a slip of the pen. */
    static final String BROKEN_BANK = BANK.replace("answer: B", "answer: E").replace("第六十九条第一款", "第69条")
            .replace("explain: 可以", "explian: 可以");

    static final String CAMPAIGN = """
            slug: hourly-quiz
            kind: quiz
            title: 小时工知识答题
            lead: 小时工一天最多做几个小时，要不要签合同？3 题，弄明白。
            summary: 3 题，约 2 分钟，答完就看到答案和法条
            organizer: 杭州市人力资源和社会保障局
            phone: "12333"
            window: { opens: start, days: 30 }
            limit: { per: day, times: 1 }
            minutes: 2
            channels:
              - { code: gzh, name: 微信公众号 }
              - { code: poster, name: 海报二维码 }
            rules:
              - title: 怎样参与
                text: 活动期间每人每天可以答 1 次，每次 3 题。
            privacy: 答题不收姓名、电话和证件号码。记录保存到活动结束后两年，供审计核对。
            quiz:
              bank: hourly-work
              draw:
                - { type: single, count: 1 }
                - { type: judge, count: 1 }
                - { type: multiple, count: 1 }
              points: { single: 30, judge: 30, multiple: 40 }
              pass: 60
            """;

    /** A kind that nobody knows, a number that is none, a window that closes before it opens. */
    static final String BROKEN_CAMPAIGN = CAMPAIGN.replace("minutes: 2", "minutes: 两分钟")
            .replace("{ opens: start, days: 30 }", "{ opens: \"2026-12-31 00:00\", closes: \"2026-12-01 24:00\" }")
            .replace("pass: 60", "pass: 600");

    private ConsoleFiles() {
    }
}
