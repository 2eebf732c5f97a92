package org.fugong.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.fugong.WebTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Counties as people write them. */
@WebTest
class CountyNamesTests {

    @Autowired
    CountyNames names;
    @Autowired
    Regions regions;

    @ParameterizedTest(name = "{0}")
    @CsvSource({"银川市兴庆区,640104", "宁夏银川市兴庆区,640104", "宁夏回族自治区银川市兴庆区,640104", "宁夏兴庆区,640104", "兴庆,640104", "银川兴庆,640104",
            "石嘴山大武口,640202", "石嘴山市大武口区,640202", "宁东基地,649901", "宁东,649901", "宁东能源化工基地,649901", "宁夏宁东,649901",
            "宁夏回族自治区宁东基地,649901", "大武,640202", "640104000000,640104", "640104000,640104", "640104,640104", "640104 兴庆区,640104",
            "640104 银川市兴庆区,640104", "640104000000兴庆,640104", "640104 Xingqing District,640104", "Yinchuan Xingqing,640104",
            "Xingqing District,640104", "XINGQING,640104", "xingqing qu,640104", "'Xingqing District, Yinchuan City, Ningxia',640104",
            "Yinchuan Shi Xingqing Qu,640104", "Ningdong,649901", "Ningdong Base,649901", "xq,640104", "xqq,640104", "XQQ,640104",
            "ycxq,640104", "ycsxqq,640104", "nxycxqq,640104", "nd,649901", "lws,640181", "zwspt,640502", "qtx,640381",
            "' 兴 庆 区　',640104", "银川市·兴庆区,640104", "（银川）兴庆区,640104", "兴庆区（银川市）,640104", "６４０１０４,640104", "ｘｑ,640104",
            "银川市\u3000金凤区,640106", "兴庆\u200B区,640104", "固原原州,640402", "中卫中宁,640521", "Helan,640122", "ping luo,640221",
            "永宁县,640121", "青铜峡市,640381", "青铜,640381"})
    void aCountyIsMeant(String written, String code) {
        assertThat(names.meant(written, regions.served())).extracting(County::code).containsExactly(code);
        assertThat(names.found(written)).extracting(County::code).contains(code);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"银川,640104 640105 640106 640121 640122 640181", "中卫市,640502 640521 640522", "宁夏石嘴山,640202 640205 640221",
            "Guyuan,640402 640422 640423 640424 640425", "zw,640502 640521 640522", "640104 金凤区,640104 640106",
            "yc,640104 640105 640106 640121 640122 640181 640323", "中宁县,640521"})
    void severalCountiesMayBeMeant(String written, String codes) {
        assertThat(names.meant(written, regions.served())).extracting(County::code).containsExactlyInAnyOrder(codes.split(" "));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"", " ", "·", "某某区", "兴", "区", "x", "q", "xi", "兴庆区政府", "兴庆区、金凤区", "石嘴山市兴庆区", "兴庆县", "640104001000", "6401040",
            "640100", "999999", "6401", "640104 某某区", "110101", "朝阳区", "district", "ycxqqq", "宁东化工基地能源", "nowhere", "null", "银川市兴庆区兴庆区"})
    void nothingIsMeant(String written) {
        assertThat(names.meant(written, regions.served())).isEmpty();
    }

    @Test
    void aTextWithoutEndMeansNothing() {
        assertThat(names.meant("银川市".repeat(100_000), regions.served())).isEmpty();
        assertThat(names.meant(null, regions.served())).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"甘肃省兰州市城关区,620102", "兰州城关,620102", "北京东城区,110101", "内蒙古科尔沁左翼中旗,150521", "湖北恩施土家族苗族自治州恩施市,422801",
            "恩施恩施,422801", "新疆博尔塔拉蒙古自治州博乐市,652701", "博尔塔拉博乐,652701", "甘肃东乡族自治县,622926", "重庆石柱,500240", "620102,620102"})
    void countiesOfOtherProvincesAreKnownToo(String written, String code) {
        assertThat(names.meant(written, regions.all())).extracting(County::code).containsExactly(code);
    }

    @Test
    void oneOfManyThatAreCalledAlikeIsNotGuessed() {
        assertThat(names.meant("朝阳区", regions.all())).extracting(County::code).contains("110105", "220104").hasSizeGreaterThan(1);
    }

    @Test
    void noShortNameOfChinaEndsInAPeople() {
        assertThat(regions.all().stream().flatMap(county -> Stream.of(county.name(), county.prefecture()))
                .map(name -> new Spellings.Name(name, "").brief()).filter(name -> name.matches(".*(族|自治)"))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"夏,640105", "6402,640202 640205 640221", "hel,640122", "spt,640502", "shap,640502",
            "yuan,640402 640422 640423 640424 640425 640522",
            "宁夏银川市兴,640104", "宁夏回族自治区银川市永,640121", "ningxiayinchuany,640121", "dw,640202", "xqx,''", "东,649901"})
    void whatIsStillBeingTypedFindsWhatItBegins(String typed, String codes) {
        assertThat(names.found(typed)).extracting(County::code)
                .containsExactlyInAnyOrder(codes.isEmpty() ? new String[0] : codes.split(" "));
    }

    @Test
    void nothingTypedFindsAll() {
        assertThat(names.found(" ")).isEqualTo(regions.served());
        assertThat(names.found(null)).isEqualTo(regions.served());
    }

    @Test
    void everyCountyServedIsFoundByEachOfItsWords() {
        assertThat(regions.served()).allSatisfy(county -> {
            for (var word : names.words(county).split(" ")) {
                assertThat(names.meant(word, regions.served())).as(word).contains(county);
                var above = List.of(names.wordsAbove(county).split(" "));
                assertThat(above).allSatisfy(division -> assertThat(names.found(division)).as(division).contains(county));
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"xingqing,2,xq", "qingtongxia,3,qtx", "xian,2,xa", "xian,1,x", "pingan,2,pa pg", "kashgar,3,''", "'',0,''",
            "shapotou,3,spt", "er,1,e"})
    void aNameIsDividedIntoAsManySyllablesAsItHasCharacters(String word, int syllables, String initials) {
        assertThat(String.join(" ", PinyinInitials.of(word, syllables))).isEqualTo(initials);
    }
}
