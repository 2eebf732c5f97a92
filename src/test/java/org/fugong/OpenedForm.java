package org.fugong;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fugong.account.Actor;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A form of a page that somebody has opened: it is sent as a browser sends it, with what the page had shown. */
public final class OpenedForm {

    private final MockMvc mvc;
    private final Actor actor;
    private final String action;
    private final Map<String, String> fields = new LinkedHashMap<>();

    private OpenedForm(MockMvc mvc, Actor actor, String action) {
        this.mvc = mvc;
        this.actor = actor;
        this.action = action;
    }

    /** Opens a page and the form on it that goes to an address. */
    public static OpenedForm open(MockMvc mvc, Actor actor, String page, String action) throws Exception {
        var text = mvc.perform(get(page).with(Session.as(actor))).andReturn().getResponse().getContentAsString();
        return of(mvc, actor, text, action);
    }

    /** The form of a page that came back. */
    public static OpenedForm of(MockMvc mvc, Actor actor, String page, String action) {
        var opened = new OpenedForm(mvc, actor, action);
        var form = (FormElement) form(Jsoup.parse(page), action);
        form.formData().forEach(field -> opened.fields.put(field.key(), field.value()));
        opened.fields.remove("_csrf");
        return opened;
    }

    private static Object form(Document page, String action) {
        var form = page.selectFirst("form[action=" + action + "]");
        if (form == null) {
            throw new AssertionError("no form goes to " + action + ": " + page.text());
        }
        return form;
    }

    /** With something else typed into a field. */
    public OpenedForm type(String field, String text) {
        fields.put(field, text);
        return this;
    }

    /** With a field that is not sent, as a box without its tick. */
    public OpenedForm without(String field) {
        fields.remove(field);
        return this;
    }

    public String value(String field) {
        return fields.get(field);
    }

    public ResultActions send() throws Exception {
        return sendTo(action);
    }

    /** Sends it by a button that names another address. */
    public ResultActions sendTo(String address) throws Exception {
        var request = post(address).with(Session.as(actor)).with(csrf());
        fields.forEach(request::param);
        return mvc.perform(request);
    }
}
