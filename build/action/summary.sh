# The job summary. Sourced by the action's gate.
# shellcheck shell=bash

# GitHub's limit for the summary of a step, in bytes. A longer one is rejected completely.
most_bytes=1048576

# remarks FILE: prints notes to show before the report or instead of it, from the variables of gate.sh.
remarks() {
    if [[ $captured == false ]]; then
        printf '> [!IMPORTANT]\n'
        printf '> This change captures no improvement. Add one to the backlog, or state the reason in a commit: `Kaizen: none (reason)`.\n\n'
    fi
    if [[ -n $note ]]; then
        printf '> [!WARNING]\n> %s\n\n' "$note"
    fi
    if [[ ! -s $1 ]]; then
        printf '> [!CAUTION]\n> The gate could not run (exit code %s). See the log of this step.\n\n' "$status"
    fi
}

# evidence: adds the report of the last 52 weeks to the summary, folded, if it succeeds and fits.
evidence() {
    local report="$reports/report.md"
    # The same backlogs, settings and day; option and each_line append to this array.
    local arguments=(report --format=markdown "--output=$report")
    option config "$GATE_CONFIG"
    option as-of "$GATE_AS_OF"
    arguments+=(--)
    each_line "" "$GATE_PATHS"
    "${program[@]}" "${arguments[@]}" >/dev/null 2>&1 || return 0
    if (($(wc -c <"$GITHUB_STEP_SUMMARY") + $(wc -c <"$report") + 100 <= most_bytes)); then
        {
            printf '\n<details><summary>The last 52 weeks</summary>\n\n'
            cat "$report"
            printf '\n</details>\n'
        } >>"$GITHUB_STEP_SUMMARY"
    fi
}

# summarize FILE: adds the report to the summary of the step.
summarize() {
    local remarks report=/dev/null
    remarks="$(remarks "$1")"
    [[ ! -s $1 ]] || report="$1"
    {
        if [[ -n $remarks ]] && (($(wc -c <"$report") + $(printf '%s' "$remarks" | wc -c) + 2 <= most_bytes)); then
            printf '%s\n\n' "$remarks"
        fi
        cat "$report"
    } >>"$GITHUB_STEP_SUMMARY"
}
