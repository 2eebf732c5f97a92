package org.fugong.publication.web;

import org.fugong.web.Line;

/** Why a draft is sent back to be edited again; whoever asked for its publication need not say. */
record GiveBackForm(@Line(max = 500, multiline = true) String why) {
}
