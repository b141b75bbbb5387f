# Workflow commands of GitHub Actions. Sourced by the action's steps.
# shellcheck shell=bash

# The text of a command as the runner takes it: one line, and no command of its own.
escape_text() {
    local text="$1"
    text="${text//'%'/%25}"
    text="${text//$'\r'/%0D}"
    text="${text//$'\n'/%0A}"
    # Older commands are found anywhere in a line. Twice, since ### leaves a pair behind the first time.
    text="${text//'##'/# #}"
    text="${text//'##'/# #}"
    printf '%s' "$text"
}

# annotate LEVEL TEXT: an annotation of the run; LEVEL is error, warning or notice.
annotate() {
    printf '::%s title=KaizenGate::%s\n' "$1" "$(escape_text "$2")"
}

# fail TEXT: says what is wrong and ends the step; a gate that could not judge has status 2.
fail() {
    annotate error "$1"
    set_output verdict error
    set_output exit-code 2
    exit 2
}

# set_output NAME VALUE: an output of the step. The mark around the value cannot be guessed, so no value can end early.
set_output() {
    local mark
    mark="kaizen-$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')"
    printf '%s<<%s\n%s\n%s\n' "$1" "$mark" "$2" "$mark" >>"$GITHUB_OUTPUT"
}

# require_boolean INPUT VALUE: true and false are all that a switch may be.
require_boolean() {
    case "$2" in
        true | false) ;;
        *) fail "the input $1 is \"$2\"; it must be true or false" ;;
    esac
}
