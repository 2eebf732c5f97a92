package org.fugong.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import org.fugong.job.DueJobs;
import org.fugong.journey.Browser.Phone;
import org.fugong.web.Dates;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** A notice that was told by phone is entered by an official, and its firm claims it by the code that its mobile gets. */
@JourneyTest
class BehalfJourneyTests {

    private static final String MOBILE = "13800000000";
    private static final Pattern CODE = Pattern.compile(MOBILE + "\\t\\D*(\\d{6})");

    @Autowired
    DueJobs jobs;
    @Value("${fugong.data-directory}")
    Path folder;

    @Test
    void whatWasEnteredByPhoneIsClaimedByItsFirm(Visitor official, @Phone Visitor firm) throws IOException {
        var unaided = Newcomer.of("金凤演示裁缝铺（虚构）", "640106", "金凤区", 12);
        official.signIn("jinfeng").goTo("/desk/behalf").follow("替企业录入")
                .enter(Map.of("kind", "NOTICE", "channel", "PHONE", "spokenWith", "李某", "creditCode", unaided.code().value(), "name",
                        unaided.name(), "legalRepresentative", "王某", "contact", "李某", "phone", MOBILE, "registeredAddress", "金凤区演示路 12 号",
                        "staff", "12"))
                .enter(Map.of("revenue", "40", "assets", "20"))
                .choose("所属行业", "34 通用设备制造业").press("下一步，填申报内容").isAt("/desk/behalf/\\d+")
                .enter(Map.of("start", LocalDate.now(Dates.ZONE).plusDays(1).toString(), "plannedStaff", "8", "responsible", "李某", "phone",
                        MOBILE))
                .press("提交").sees("640106-").goTo("/desk/behalf").sees(unaided.name()).sees("企业未认领");

        firm.goTo("/login").follow("凭手机验证码认领").fill("统一社会信用代码", unaided.code().value()).press("发送验证码").isAt("/claim/code");
        jobs.run("firm-claims", "frequent");
        jobs.run("deliveries", "frequent");
        firm.fill("验证码", "000000").fill("设置密码", Newcomer.PASSWORD).fill("再输入一次密码", Newcomer.PASSWORD).press("认领并设置密码")
                .sees("验证码不对或者已经过期").fill("验证码", code()).fill("设置密码", Newcomer.PASSWORD)
                .fill("再输入一次密码", Newcomer.PASSWORD).press("认领并设置密码").isAt("/login.*").sees("已经认领")
                .fill("统一社会信用代码或用户名", unaided.code().value()).fill("密码", Newcomer.PASSWORD).press("登录").isAt("/my.*")
                .sees(unaided.name()).sees("已报送");
        official.goTo("/desk/behalf").sees("企业已认领");
    }

    private String code() throws IOException {
        var codes = CODE.matcher(Files.readString(folder.resolve("sms.txt"))).results().map(found -> found.group(1)).toList();
        return codes.getLast();
    }
}
