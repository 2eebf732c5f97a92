package org.fugong.condition.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fugong.Session;
import org.fugong.account.Actor;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** The pages of the editor as an admin's browser meets them. */
record EditorPages(MockMvc mvc, Actor admin) {

    ResultActions get(String path) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.get(path).with(Session.as(admin)));
    }

    Document read(String path) throws Exception {
        return Jsoup.parse(get(path).andExpect(status().isOk()).andReturn().getResponse().getContentAsString());
    }

    /** What the first form that fits sends, as a browser gathers it. */
    Map<String, String> fields(String path, String form) throws Exception {
        var fields = new LinkedHashMap<String, String>();
        ((FormElement) read(path).selectFirst(form)).formData()
                .forEach(field -> assertThat(fields.put(field.key(), field.value())).as(field.key()).isNull());
        return fields;
    }

    ResultActions send(String path, Map<String, String> fields) throws Exception {
        var request = post(path).with(Session.as(admin)).with(csrf());
        fields.forEach(request::param);
        return mvc.perform(request);
    }

    /** Opens the page of an item, changes some fields and saves. */
    ResultActions edit(long list, String code, Map<String, String> changes) throws Exception {
        var path = "/admin/lists/" + list + "/items/" + code;
        var fields = fields(path, "main form[novalidate]");
        fields.putAll(changes);
        return send(path, fields);
    }
}
