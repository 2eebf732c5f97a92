package org.fugong.journey;

import org.fugong.account.AccountOpening;
import org.fugong.account.Role;
import org.fugong.job.DueJobs;
import org.fugong.message.MailServer;
import org.fugong.journey.Browser.NoScript;
import org.fugong.journey.Browser.Phone;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Signing in and out, and the pages for what goes wrong. */
@JourneyTest
class SignInJourneyTests {

    private static final String PASSWORD = "a long enough password";

    @Autowired
    AccountOpening opening;
    @Autowired
    MailServer mails;
    @Autowired
    DueJobs jobs;

    @Test
    void anOfficialSignsInAfterAWrongPasswordAndOutAgain(@Phone Visitor official) {
        opening.open("journey-official", PASSWORD, "工作人员", Role.OFFICIAL, "640104");
        official.goTo("/login").fill("统一社会信用代码或用户名", "journey-official").fill("密码", "wrong").press("登录")
                .sees("用户名或密码不对")
                .fill("密码", PASSWORD).press("登录").isAt("/desk/filings.*")
                .openMenu().press("退出").isAt("/.*");
    }

    @Test
    void aForgottenPasswordIsSetAnewByACodeThatIsMailed(@Phone Visitor official) {
        opening.open("journey-forgetful", PASSWORD, "工作人员", Role.OFFICIAL, "640104");
        var domain = "d" + System.nanoTime() + ".example";
        official.goTo("/login").fill("统一社会信用代码或用户名", "journey-forgetful").fill("密码", PASSWORD).press("登录")
                .goTo("/desk/notices").follow("通知方式").fill("邮箱", "wang@" + domain).press("保存").sees("验证码已经发往 wang@" + domain);
        jobs.run("deliveries", "frequent");
        official.fill("验证码", "12").press("验证").sees("验证码不对或者已经过期").fill("验证码", mails.code(domain)).press("验证").sees("已经验证")
                .openMenu().press("退出").goTo("/login").follow("忘记密码").fill("统一社会信用代码或用户名", "journey-forgetful").press("发送验证码")
                .isAt("/password-reset/code");
        jobs.run("password-resets", "frequent");
        jobs.run("deliveries", "frequent");
        official.fill("验证码", mails.code(domain)).fill("新密码", "another long password").fill("再输入一次新密码", "another long password")
                .press("设置新密码").isAt("/login.*").sees("新密码已经设好")
                .fill("统一社会信用代码或用户名", "journey-forgetful").fill("密码", "another long password").press("登录").isAt("/desk/filings.*")
                .goTo("/desk/notices").sees("您的登录密码已经修改");
    }

    @Test
    void theWayBackAfterAWrongPasswordShowsTheForm(Visitor official) {
        opening.open("journey-back", PASSWORD, "工作人员", Role.OFFICIAL, "640104");
        official.goTo("/login").fill("统一社会信用代码或用户名", "journey-back").fill("密码", "wrong").press("登录").sees("用户名或密码不对")
                .back().isAt("/login").sees("统一社会信用代码或用户名")
                .fill("统一社会信用代码或用户名", "journey-back").fill("密码", "wrong").press("登录").sees("用户名或密码不对")
                .fill("统一社会信用代码或用户名", "journey-back").fill("密码", PASSWORD).press("登录").isAt("/desk/filings.*")
                .back().isAt("/(login|desk/filings).*");
    }

    @Test
    void anEmptyFormNamesItsFieldsAlsoWithoutScript(@NoScript Visitor reader) {
        reader.goTo("/login").press("登录").sees("请填写密码");
    }

    @Test
    void whatIsNotThereSaysWhatToDo(Visitor reader) {
        reader.goTo("/nothing-here").sees("没有找到").follow("English").sees("Not found").follow("Large type");
    }
}
