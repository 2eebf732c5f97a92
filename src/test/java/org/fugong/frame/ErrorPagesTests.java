package org.fugong.frame;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.RequestDispatcher;
import org.fugong.WebTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** An act that was overtaken leads back to the page it came from, and never to another site. */
@WebTest
class ErrorPagesTests {

    @Autowired
    MockMvc mvc;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            http://localhost/admin/lists/2?a=1    | /admin/lists/2?a=1
            http://evil.example/admin/lists/2     | /admin/lists/2/items/C01/position
            http://localhost//evil.example        | /admin/lists/2/items/C01/position
            not an address                        | /admin/lists/2/items/C01/position
            """)
    void whatWasOvertakenLeadsBackToItsPage(String from, String again) throws Exception {
        mvc.perform(get("/error").requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 409).requestAttr(RequestDispatcher.ERROR_METHOD, "POST")
                .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/admin/lists/2/items/C01/position").header("Referer", from)
                .param("lock", "77").param("direction", "down").param("why", "写了很久的话"))
                .andExpect(status().isConflict()).andExpect(content().string(containsString("href=\"" + again + "\"")))
                .andExpect(content().string(containsString("写了很久的话")))
                .andExpect(content().string(not(containsString("<li>77</li>"))))
                .andExpect(content().string(not(containsString("<li>down</li>"))));
    }
}
