namespace KaizenGate.Acceptance.Tests;

/// <summary>The completion scripts, run in the shells. They complete as a person does who presses the Tab key.</summary>
public sealed class CompletionTests : IDisposable
{
    /// <summary>A title that a shell must not evaluate and a terminal must not obey.</summary>
    private const string Hostile = "Say \"why\" $(touch hacked) `touch hacked`; touch hacked 'x' \\ \u001b[31m\ttab";

    private readonly PackedTool tool;
    private readonly Scratch scratch = new();

    public CompletionTests(PackedTool tool)
    {
        this.tool = tool;
        scratch.With("PATH", $"{Path.GetDirectoryName(tool.Program)}:{scratch.Environment["PATH"]}");
        scratch.Write(
            "IMPROVEMENTS.md",
            $"# Backlog\n\n### IMP-001: Cache the fonts\n\n- **Status:** To Do\n\n### IMP-002: {Hostile}\n\n- **Status:** To Do\n\n### IMP-003: Pin the versions\n\n- **Status:** Done\n"
        );
        scratch.Write("kaizen.json", """{ "metrics": { "p95": { "better": "lower", "source": "metrics.csv" } } }""");
    }

    public void Dispose()
    {
        var isEvaluated = File.Exists(scratch.PathOf("hacked"));
        scratch.Dispose();
        Assert.False(isEvaluated, "a title was evaluated");
    }

    [Fact]
    public async Task Bash_completes_commands_options_values_and_improvements()
    {
        var script = """
            _dotnet_old() { COMPREPLY=(before-kaizen); }
            complete -F _dotnet_old dotnet
            eval "$(dotnet-kaizen completion bash)"
            eval "$(dotnet-kaizen completion bash)"
            compopt() { :; }
            while IFS= read -r COMP_LINE; do
                COMP_TYPE=9
                [[ $COMP_LINE == *'??' ]] && COMP_TYPE=63 COMP_LINE="${COMP_LINE%??}"
                COMP_POINT=${#COMP_LINE}
                read -ra COMP_WORDS <<<"$COMP_LINE"
                [[ $COMP_LINE == *' ' ]] && COMP_WORDS+=("")
                COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
                COMPREPLY=()
                if [[ ${COMP_WORDS[0]} == dotnet ]]; then _dotnet_with_kaizen dotnet; else _dotnet_kaizen; fi
                (IFS='|'; echo "${COMPREPLY[*]}")
            done
            """;
        (string Typed, string Offered)[] cases =
        [
            ("dotnet-kaizen ex", "explain"),
            ("dotnet kaizen ex", "explain"),
            ("dotnet-kaizen check --form", "--format"),
            ("dotnet-kaizen check --format js", "json"),
            ("dotnet kaizen explain low-e", "low-execution-rate"),
            ("dotnet-kaizen check --report sar", "sarif="),
            ("dotnet-kaizen check --profile s", "strict"),
            ("dotnet-kaizen completion f", "fish"),
            ("dotnet-kaizen hist", "history"),
            ("dotnet-kaizen read --ex", "--explain"),
            ("dotnet-kaizen check --require-h", "--require-history"),
            ("dotnet-kaizen history --kind comp", "completed"),
            ("dotnet-kaizen check IMP", ""),
            ("dotnet kaizen score ", "IMP-001|IMP-002"),
            ("dotnet kaizen reopen ", "IMP-003"),
            ("dotnet-kaizen show imp-003", "IMP-003"),
            ("dotnet-kaizen metric record p", "p95"),
            ("dotnet-kaizen help hook ins", ""),
            ("dotnet-kaizen hook ins", "install"),
            (
                "dotnet kaizen score ??",
                "IMP-001  (Cache the fonts)|IMP-002  (Say \"why\" $(touch hacked) touch hacked; touch hacked 'x'"
            ),
            ("dotnet bu", "before-kaizen"),
            ("dotnet kaizen", "before-kaizen"),
        ];
        scratch.Write("typed.txt", string.Concat(cases.Select(one => one.Typed + "\n")));
        scratch.Write("script", script);

        var offered = (await ShellAsync("bash", "-c", "bash script < typed.txt")).MustSucceed().Text.Split('\n');

        Assert.Equal(cases.Length, offered.Length);
        Assert.All(
            cases.Zip(offered),
            one => Assert.StartsWith(one.First.Offered, one.Second, StringComparison.Ordinal)
        );
        Assert.All(
            cases.Zip(offered).Where(one => !one.First.Typed.EndsWith("??", StringComparison.Ordinal)),
            one => Assert.Equal(one.First.Offered, one.Second)
        );
        Assert.DoesNotContain('\u001b', string.Concat(offered));
    }

    [Fact]
    public async Task Fish_completes_with_descriptions()
    {
        var script = """
            complete --command dotnet --arguments before-kaizen
            dotnet-kaizen completion fish | source
            complete -C "dotnet kaizen score IMP"
            complete -C "dotnet-kaizen check --format js"
            complete -C "dotnet kaizen explain KZ202"
            complete -C "dotnet kaizen score IMP-001 --imp"
            complete -C "dotnet kaizen metric record p"
            complete -C "dotnet be"
            """;

        // Fish offers files too.
        var lines = (await ShellAsync("fish", "--no-config", "-c", script))
            .MustSucceed()
            .Text.Split('\n')
            .Where(line => line != "IMPROVEMENTS.md")
            .ToList();

        Assert.Equal(
            [
                "IMP-001\tCache the fonts",
                "IMP-002\tSay \"why\"",
                "json\tfor programs",
                "KZ202\tImpact or effort",
                "--impact\tBenefit from 1",
                "p95\tmetrics.csv",
                "before-kaizen",
            ],
            lines.Select(line =>
                (
                    (string[])
                        [
                            "IMP-002\tSay \"why\"",
                            "json\tfor programs",
                            "KZ202\tImpact or effort",
                            "--impact\tBenefit from 1",
                        ]
                ).FirstOrDefault(start => line.StartsWith(start, StringComparison.Ordinal)) ?? line
            )
        );
        Assert.DoesNotContain('\u001b', string.Concat(lines));
    }

    [Fact]
    public async Task Zsh_completes_with_descriptions()
    {
        // Each line is typed at an interactive zsh on a pseudo terminal, and what it shows is read up to the next mark.
        var script = """
            zmodload zsh/zpty
            zpty -b shell zsh -f -i
            until_mark() {
                local shown= chunk
                local -i tries=0
                while (( tries++ < 1200 )) && [[ $shown != *$1* ]]; do
                    if zpty -r -t shell chunk; then shown+=$chunk; else sleep 0.05; fi
                done
                print -r -- "$shown"
            }
            zpty -w shell "PS1='>'; TERM=dumb; stty cols 200 -echo; autoload -Uz compinit; compinit -u -D
            dotnet_old() { compadd before-kaizen }; compdef dotnet_old dotnet
            eval \"\$(dotnet-kaizen completion zsh)\"; eval \"\$(dotnet-kaizen completion zsh)\"; print MARK\${:-0}"
            until_mark MARK0 >/dev/null
            zpty -w -n shell $'dotnet kaizen score IMP\t\t'
            until_mark 'Say "why"'
            zpty -w -n shell $'\x15'"dotnet-kaizen check --format js"$'\t\t'
            until_mark 'format json'
            zpty -w -n shell $'\x15'"dotnet be"$'\t'
            until_mark 'before-kaizen'
            zpty -d shell
            """;

        var shown = (await ShellAsync("zsh", "-f", "-c", script)).MustSucceed().Output;

        foreach (
            var expected in (string[])
                ["IMP-001  -- Cache the fonts", "IMP-002  -- Say \"why\"", "check --format json", "before-kaizen"]
        )
        {
            Assert.Contains(expected, shown, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("\u001b[31m", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PowerShell_completes_with_descriptions()
    {
        var script = """
            dotnet-kaizen completion pwsh | Out-String | Invoke-Expression
            foreach ($line in 'dotnet kaizen score IMP', 'dotnet-kaizen check --format js') {
                (TabExpansion2 $line $line.Length).CompletionMatches | ForEach-Object { "$($_.CompletionText)|$($_.ToolTip)" }
            }
            """;

        var lines = (await ShellAsync("pwsh", "-NoProfile", "-Command", script)).MustSucceed().Text.Split('\n');

        Assert.Contains("IMP-001|Cache the fonts", lines);
        Assert.Contains(lines, line => line.StartsWith("json|for programs", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public async Task The_script_of_every_shell_calls_the_program(string shell)
    {
        var outcome = await tool.RunAsync(scratch, "completion", shell);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("[complete]", outcome.Output, StringComparison.Ordinal);
    }

    /// <summary>Runs a shell; skips the test without it.</summary>
    private async Task<Outcome> ShellAsync(string shell, params string[] arguments)
    {
        try
        {
            return await Command.RunAsync(shell, arguments, scratch.Path, scratch.Environment);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"there is no {shell}");
            throw;
        }
    }
}
