using System.Collections.Immutable;
using System.CommandLine;
using KaizenGate.Cli.Harvesting;
using KaizenGate.Cli.Items;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Harvesting;

namespace KaizenGate.Cli.Commands;

/// <summary><c>harvest</c>: proposes improvements from what can be counted.</summary>
internal static class HarvestCommand
{
    private const int DefaultWeeks = 4;
    private const int MostWeeks = 52;

    public static Command Create(Host host)
    {
        var sessions = new Option<bool>("--sessions")
        {
            Description =
                "Also count in your transcripts of Claude Code and Codex about this repository. Only names, counts and times are kept.",
        };
        var tests = new Option<string[]>("--tests")
        {
            HelpName = "GLOB",
            Description = "Also count in reports of tests, JUnit or TRX. Repeatable.",
        };
        var warnings = new Option<string[]>("--sarif")
        {
            HelpName = "GLOB",
            Description = "Also count warnings by rule in SARIF or build logs. Repeatable.",
        };
        var runs = new Option<bool>("--runs")
        {
            Description = "Also ask GitHub for the runs of its workflows; needs a token with actions: read.",
        };
        var weeks = new Option<string?>("--weeks")
        {
            HelpName = "N",
            Description = $"The weeks up to today in which candidates are looked for. Default: {DefaultWeeks}.",
        };
        var add = new Option<string[]>("--add")
        {
            HelpName = "N",
            Description =
                "Add candidate N of the last list, or the one with this key, to the backlog. Repeatable. One that is there already gets a sighting.",
        };
        var reject = new Option<string[]>("--reject")
        {
            HelpName = "N",
            Description = "Do not show candidate N of the last list until it costs twice as much. Repeatable.",
        };
        var reason = new Option<string?>("--reason") { HelpName = "TEXT", Description = "Why it is rejected." };
        var options = new ItemOptions();
        var command = new ExplainedCommand(
            "harvest",
            "Proposes improvements from what can be counted in commits, sessions of agents, reports of tests and warnings, and builds. It adds none unless told to.",
            new Example("harvest --sessions", "from commits and your sessions"),
            new Example("harvest --add 2", "add the second candidate of the last list"),
            new Example("harvest --tests 'results/**/*.xml' --sarif '**/*.sarif'", "also from reports")
        )
        {
            sessions,
            tests,
            warnings,
            runs,
            weeks,
            add,
            reject,
            reason,
        };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var sources = new HarvestSources(
                parsed.GetValue(sessions),
                [.. parsed.GetValue(tests) ?? []],
                [.. parsed.GetValue(warnings) ?? []],
                parsed.GetValue(runs)
            );
            var run = new ItemRun(host, parsed, options);
            var (isJson, isDryRun) = (options.IsJson(parsed), options.IsDryRun(parsed));
            var period = WholeNumber.Parse(parsed.GetValue(weeks), "--weeks", 1, MostWeeks, DefaultWeeks);
            var today = options.Today(parsed, host);
            var harvest = new Harvest(run, today, period ?? DefaultWeeks);
            var filing = new CandidateFiling(
                isJson ? new ItemRun(host.Silent(), parsed, options) : run,
                today,
                isDryRun
            );
            var (added, rejected) = (parsed.GetValue(add) ?? [], parsed.GetValue(reject) ?? []);
            if (parsed.GetValue(reason) is not null && rejected.Length == 0)
            {
                throw new InputException("--reason needs --reject N", "Say which candidate is rejected.");
            }

            if (added.Length + rejected.Length == 0)
            {
                harvest.Mine(sources);
                return List(host, harvest, filing, isJson, isDryRun);
            }

            harvest.Load();
            if (!sources.IsDefault)
            {
                harvest.Mine(sources);
            }

            return Decide(host, harvest, filing, [.. added], [.. rejected], parsed.GetValue(reason), isJson, isDryRun);
        });
        return command;
    }

    private static int List(Host host, Harvest harvest, CandidateFiling filing, bool isJson, bool isDryRun)
    {
        if (!isDryRun)
        {
            harvest.Save();
        }

        if (isJson)
        {
            HarvestAnswer.Contract.Write(host.Output, (harvest, isDryRun));
            return ExitCode.Passed;
        }

        HarvestAnswer.Write(host, harvest);
        var questions = new Questions(host);
        if (questions.CanAsk && host.OutputIsTerminal && !isDryRun && !harvest.New.IsEmpty)
        {
            return new HarvestWalk(host, harvest, filing, questions).Run();
        }

        if (!harvest.New.IsEmpty)
        {
            host.ErrorText.WriteLine($"Next: `{CommandLine.Name} harvest --add 1`");
        }

        return ExitCode.Passed;
    }

    private static int Decide(
        Host host,
        Harvest harvest,
        CandidateFiling filing,
        ImmutableArray<string> added,
        ImmutableArray<string> rejected,
        string? reason,
        bool isJson,
        bool isDryRun
    )
    {
        ImmutableArray<Candidate> adding = [.. added.Select(harvest.Find)];
        ImmutableArray<Candidate> rejecting = [.. rejected.Select(harvest.Find)];
        foreach (var candidate in rejecting)
        {
            harvest.Reject(candidate, reason);
            if (!isJson)
            {
                host.ErrorText.WriteLine(LogText.Of($"Rejected until it costs twice as much: {candidate.Key.Text}"));
            }
        }

        var code = adding.IsEmpty ? ExitCode.Passed : filing.File(adding);
        if (!isDryRun)
        {
            harvest.Save();
        }

        if (isJson)
        {
            harvest.ListOnly(adding.Concat(rejecting));
            HarvestAnswer.Contract.Write(host.Output, (harvest, isDryRun));
        }

        return code;
    }
}
