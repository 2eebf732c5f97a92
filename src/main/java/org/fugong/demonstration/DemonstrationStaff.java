package org.fugong.demonstration;

import java.util.List;
import org.fugong.account.AccountOpening;
import org.fugong.account.Accounts;
import org.fugong.account.Actor;
import org.fugong.account.Department;
import org.fugong.account.Role;
import org.springframework.stereotype.Component;

/** Who works for the province and its counties in the demonstration; the README names them and their password. */
@Component
@Demonstrated
class DemonstrationStaff {

    static final String PASSWORD = "fugong-2020";
    static final String PROVINCE_ADMIN = "ningxia";
    static final String SECOND_ADMIN = "ningxia-2";

    private static final List<Part> PARTS = List.of(
            new Part(PROVINCE_ADMIN, "自治区管理员（演示）", Role.PROVINCE_ADMIN, "640000"),
            new Part(SECOND_ADMIN, "自治区管理员乙（演示）", Role.PROVINCE_ADMIN, "640000"),
            new Part("xingqing-admin", "兴庆区管理员（演示）", Role.COUNTY_ADMIN, "640104"),
            new Part("xingqing", "兴庆区工作人员甲（演示）", Role.OFFICIAL, "640104"),
            new Part("xingqing-2", "兴庆区工作人员乙（演示）", Role.OFFICIAL, "640104"),
            new Part("lingwu-admin", "灵武市管理员（演示）", Role.COUNTY_ADMIN, "640181"),
            new Part("lingwu", "灵武市工作人员（演示）", Role.OFFICIAL, "640181"),
            new Part("huinong", "惠农区工作人员（演示）", Role.OFFICIAL, "640205"),
            new Part("shapotou-admin", "沙坡头区管理员（演示）", Role.COUNTY_ADMIN, "640502"),
            new Part("shapotou", "沙坡头区工作人员（演示）", Role.OFFICIAL, "640502"),
            new Part("shapotou-industry", "沙坡头区工信局（演示）", Role.OFFICIAL, "640502", Department.INDUSTRY),
            new Part("shapotou-health", "沙坡头区卫健局（演示）", Role.OFFICIAL, "640502", Department.HEALTH),
            new Part("shapotou-safety", "沙坡头区应急局（演示）", Role.OFFICIAL, "640502", Department.EMERGENCY),
            new Part("longde-admin", "隆德县管理员（演示）", Role.COUNTY_ADMIN, "640423"),
            new Part("longde", "隆德县工作人员（演示）", Role.OFFICIAL, "640423"),
            new Part("tongxin", "同心县工作人员（演示）", Role.OFFICIAL, "640324"),
            new Part("jinfeng", "金凤区工作人员（演示）", Role.OFFICIAL, "640106"),
            new Part("jinfeng-hotline", "金凤区热线员（演示）", Role.HOTLINE, "640106"));

    private final AccountOpening opening;
    private final Accounts accounts;
    private final ActingInThePast stage;

    DemonstrationStaff(AccountOpening opening, Accounts accounts, ActingInThePast stage) {
        this.opening = opening;
        this.accounts = accounts;
        this.stage = stage;
    }

    private record Part(String login, String name, Role role, String scope, Department department) {

        Part(String login, String name, Role role, String scope) {
            this(login, name, role, scope, null);
        }
    }

    boolean assembled() {
        return accounts.existsByLogin(PROVINCE_ADMIN);
    }

    void assemble() {
        PARTS.forEach(part -> stage.act(stage.before(40, 9), () -> opening.open(part.login, PASSWORD, part.name, part.role, part.scope,
                account -> part.department == null ? account : accounts.save(account.work(part.department)))));
    }

    Actor actor(String login) {
        return accounts.findByLogin(login).orElseThrow().actor();
    }

    /** The first official, or admin, of a county. */
    Actor of(Role role, String county) {
        return actor(PARTS.stream().filter(part -> part.role == role && part.scope.equals(county)).findFirst().orElseThrow().login);
    }

    /** Who speaks for a department of a county: its own official, or the general desk. */
    Actor of(Department department, String county) {
        return actor(PARTS.stream().filter(part -> part.department == department && part.scope.equals(county)).findFirst()
                .map(Part::login).orElseGet(() -> of(Role.OFFICIAL, county).login()));
    }
}
