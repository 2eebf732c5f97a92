package org.fugong.journey;

import org.fugong.account.AccountOpening;
import org.fugong.account.Role;
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

    @Test
    void anOfficialSignsInAfterAWrongPasswordAndOutAgain(@Phone Visitor official) {
        opening.open("journey-official", PASSWORD, "工作人员", Role.OFFICIAL, "640104");
        official.goTo("/login").fill("统一社会信用代码或用户名", "journey-official").fill("密码", "wrong").press("登录")
                .sees("用户名或密码不对")
                .fill("密码", PASSWORD).press("登录").isAt("/desk/filings.*")
                .openMenu().press("退出").isAt("/.*");
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
