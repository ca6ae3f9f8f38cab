/** What a person does with the voice of the call beside speaking: says something in between, and holds a key to talk. */
@NullMarked
package dev.sidetone.ui.talk;

import org.jspecify.annotations.NullMarked;
