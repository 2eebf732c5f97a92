package org.fugong.enterprise.web;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Industries;
import org.fugong.enterprise.KeyClass;
import org.fugong.enterprise.Particulars;
import org.fugong.enterprise.Phone;
import org.fugong.enterprise.Profile;
import org.fugong.enterprise.SizeClasses;
import org.fugong.enterprise.Sizing;
import org.fugong.web.Line;
import org.fugong.web.Required;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.validation.BindingResult;

/** What is typed into the profile of an enterprise. */
record EnterpriseForm(
        @Required @Line(max = 100) String name,
        @Required @Line(max = 50) String legalRepresentative,
        @Required @Line(max = 50) String contact,
        @Required @Line(max = 40) String phone,
        @Required @Line(max = 200) String registeredAddress,
        @Required @Line(max = 2) String industry,
        @Required @Line(max = 20) String staff,
        @Line(max = 20) String revenue,
        @Line(max = 20) String assets,
        @Required @Line(max = 40) String keyClass) {

    static EnterpriseForm of(Enterprise enterprise) {
        return new EnterpriseForm(enterprise.name(), enterprise.legalRepresentative(), enterprise.contact(),
                enterprise.phone().toString(), enterprise.registeredAddress(), enterprise.industry(),
                Objects.toString(enterprise.staff(), ""), Amounts.typed(enterprise.revenue()), Amounts.typed(enterprise.assets()),
                Objects.toString(enterprise.keyClass(), ""));
    }

    void check(BindingResult binding, Industries industries) {
        reject(binding, "phone", phone, Phone.of(phone), "phone.wrong");
        reject(binding, "industry", industry, industries.division(industry), "industry.unknown");
        reject(binding, "staff", staff, Amounts.people(staff), "people.wrong");
        reject(binding, "revenue", revenue, Amounts.money(revenue), "money.wrong");
        reject(binding, "assets", assets, Amounts.money(assets), "money.wrong");
        reject(binding, "keyClass", keyClass, chosenKeyClass(), "key-class.unknown");
        if (!binding.hasFieldErrors("industry")) {
            sizing(industries).ifPresent(sizing -> sizing.missing().forEach(measure -> requireMeasure(binding, measure)));
        }
    }

    Particulars particulars() {
        return new Particulars(name.strip(), legalRepresentative.strip(), contact.strip(), Phone.of(phone).orElseThrow());
    }

    Profile profile() {
        return new Profile(registeredAddress.strip(), industry, Amounts.people(staff).orElseThrow(),
                Amounts.money(revenue).orElse(null), Amounts.money(assets).orElse(null), chosenKeyClass().orElseThrow());
    }

    /** The size that follows from what has been typed so far; empty until the industry is chosen. */
    Optional<Sizing> sizing(Industries industries) {
        return industries.division(industry).map(division -> SizeClasses.standard().of(division.code(),
                Amounts.people(staff).orElse(null), Amounts.money(revenue).orElse(null), Amounts.money(assets).orElse(null)));
    }

    private Optional<KeyClass> chosenKeyClass() {
        return Arrays.stream(KeyClass.values()).filter(known -> known.name().equals(keyClass)).findFirst();
    }

    private static void requireMeasure(BindingResult binding, Sizing.Measure measure) {
        var field = measure.name().toLowerCase();
        if (!binding.hasFieldErrors(field)) {
            binding.rejectValue(field, "measure.needed", label(field), null);
        }
    }

    private static void reject(BindingResult binding, String field, String typed, Optional<?> understood, String code) {
        if (typed != null && !typed.isBlank() && !binding.hasFieldErrors(field) && understood.isEmpty()) {
            binding.rejectValue(field, code, label(field), null);
        }
    }

    private static Object[] label(String field) {
        return new Object[]{new DefaultMessageSourceResolvable("enterprise." + field)};
    }
}
