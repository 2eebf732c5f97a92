package org.fugong.journey;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.fugong.demonstration.ShownTime;
import org.fugong.job.DueJobs;
import org.fugong.journey.Browser.Phone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;

/** A new version of a list from the first mistyped rule to the public page that says what has changed. */
@JourneyTest
@DirtiesContext // days have passed in it
class ListJourneyTests {

    @Autowired
    Clock clock;
    @Autowired
    ShownTime time;
    @Autowired
    DueJobs jobs;

    @AfterEach
    void backToThePresent() {
        time.present();
    }

    @Test
    void aVersionIsWrittenTriedForeseenConfirmedAndTakesEffect(Visitor author, Visitor second, @Phone Visitor anyone) {
        var tomorrow = LocalDate.now(clock).plusDays(1).toString();

        author.signIn("ningxia").isAt("/admin").follow("条件清单").isAt("/admin/lists").press("起草新的高风险清单").follow("D02")
                .enter(Map.of("rule", "answer >= p.tmes")).press("保存").sees("请改正以下内容").sees("没有 p.tmes 这个名称，是不是 p.times？")
                .enter(Map.of("rule", "answer >= p.times", "parameters[0].value", "5")).press("保存").sees("已保存到草稿")
                .follow("查看影响预览").press("开始预览").sees("预计").sees("D02").follow("← 高风险清单第 2 版")
                .follow("去发布").enter(Map.of("basis", "演示依据〔2026〕2号", "reason", "增加通风次数", "date", tomorrow)).press("申请发布第 2 版")
                .sees("示例“样样做到的工厂”：D02 应为“符合”").follow("← 高风险清单第 2 版");

        author.follow("D02").enter(Map.of("parameters[0].value", "3")).press("保存").sees("已保存到草稿")
                .follow("查看影响预览").sees("草稿在预览之后又有改动").press("重新预览").sees("预计").follow("← 高风险清单第 2 版")
                .follow("去发布").enter(Map.of("basis", "演示依据〔2026〕2号", "reason", "增加通风次数", "date", tomorrow)).press("申请发布第 2 版")
                .sees("需要另一位自治区管理员确认");
        var list = author.path().replaceAll("/publication.*", "");

        second.signIn("ningxia-2").isAt("/admin").follow("条件清单").isAt("/admin/lists").sees("待确认").goTo(list).follow("查看发布申请")
                .sees("增加通风次数").press("确认发布第 2 版").sees("已经发布").sees("即将生效");
        anyone.goTo("/counties/640502").sees("清单第 1");

        time.pass(Duration.ofDays(2));
        jobs.run();
        anyone.goTo("/counties/640502/changes").sees("演示依据〔2026〕2号").sees("增加通风次数").sees("D02");
        second.goTo(list).sees("现行").follow("查看影响预览").sees("实际");
    }
}
