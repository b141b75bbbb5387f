using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Tests.Reporting;

/// <summary>Sample verdicts. The hostile one contains text that is known to break reports.</summary>
internal static class SampleVerdicts
{
    private static readonly SourceFile First = new("/repo/IMPROVEMENTS.md", "IMPROVEMENTS.md", "IMPROVEMENTS.md");

    private static readonly SourceFile Second = new(
        "/repo/größe 100%/back log#1.md",
        "größe 100%/back log#1.md",
        "größe 100%/back log#1.md"
    );

    private static readonly SourceFile Poisoned = new(
        "/repo/::error::x ##vso[task.complete]\n\e[2J.md",
        "::error::x ##vso[task.complete]\n\e[2J.md",
        "::error::x ##vso[task.complete]\n\e[2J.md"
    );

    /// <summary>One backlog, no finding, everything evaluated.</summary>
    public static Verdict Clean { get; } =
        Base with
        {
            Backlogs =
            [
                Judged(Sample.Backlog(Item("IMP-001", "Cache the context", 8, 2)) with { File = First }, Healthy),
            ],
            Figures = Healthy,
        };

    /// <summary>No rule was evaluated, and no figure is known.</summary>
    public static Verdict Empty { get; } = Base with { Rules = [] };

    /// <summary>Input errors.</summary>
    public static Verdict Broken { get; } =
        Base with
        {
            Outcome = Outcome.Error,
            Errors =
            [
                new("the key severty is unknown", "Write severity", "kaizen.json", 3, 5),
                new("the backlog is larger than 64 MiB", "Split it, or set maxFileBytes", "::warning::big.md"),
                new("git is missing ##vso[task.complete]\n::error::x", "Install git"),
            ],
        };

    /// <summary>Two backlogs and a third file, every severity, hidden findings, rules that were not evaluated.</summary>
    public static Verdict Hostile { get; } = MakeHostile();

    /// <summary>A number of findings per severity that exceeds every limit.</summary>
    public static Verdict Crowded(int each) =>
        Base with
        {
            Outcome = Outcome.Fail,
            Findings =
            [
                .. Enumerable
                    .Range(1, each)
                    .SelectMany(line =>
                        new[]
                        {
                            Finding(SampleRules.TimeNotLogged, Severity.Info, First, line, "no time is logged"),
                            Finding(SampleRules.Overdue, Severity.Warning, First, line, "the date has passed"),
                            Finding(SampleRules.Unscored, Severity.Error, First, line, "impact is missing"),
                        }
                    ),
            ],
        };

    /// <summary>One finding on one improvement, with a title and a path of any kind.</summary>
    public static Verdict About(string title, string path)
    {
        var file = SourceFile.Named(path);
        var item = Item(title, title, 8, 2) with { Category = new(null, title, SourceSpan.FileStart) };
        return Base with
        {
            Outcome = Outcome.Fail,
            Backlogs =
            [
                Judged(
                    Sample.Backlog(item) with
                    {
                        File = file,
                        Account = new() { Read = 1, Unread = [Sample.Unread(title, 2) with { Setting = title }] },
                    },
                    Healthy
                ),
            ],
            Change = new()
            {
                Description = $"since {title}",
                Captured = 1,
                NoCaptureReason = title,
            },
            Findings =
            [
                Finding(SampleRules.Unscored, Severity.Error, file, 1, $"{title} has no impact", item),
                Finding(SampleRules.Overdue, Severity.Warning, file, 2, title, Item(null, $"{title}2", 1, 1)),
                Finding(SampleRules.TimeNotLogged, Severity.Info, file, 3, title) with
                {
                    IsSuppressed = true,
                    SuppressionReason = title,
                },
                Finding(SampleRules.TimeNotLogged, Severity.Info, file, 4, title),
            ],
            NotEvaluated = [new(SampleRules.LowRate, file, title, 1, 10)],
            Errors = [new(title, title, path, 1, 1)],
        };
    }

    public static Finding Finding(
        Rule rule,
        Severity severity,
        SourceFile file,
        int line,
        string message,
        Improvement? item = null
    ) =>
        new()
        {
            Rule = rule,
            Severity = severity,
            Message = message,
            File = file,
            Span = SourceSpan.OnLine(20 * line, 7, line, 5),
            Item = item,
        };

    public static Improvement Item(string? id, string title, double? impact, double? effort) =>
        Sample.Item(title, impact, effort, id: id);

    private static CheckedBacklog Judged(Backlog backlog, Figures figures) =>
        new(backlog, figures) { Rules = [.. SampleRules.InForce] };

    private static Verdict Base =>
        new()
        {
            ToolVersion = "1.2.3",
            AsOf = Sample.AsOf,
            Outcome = Outcome.Pass,
            Rules = [.. SampleRules.InForce],
        };

    private static Figures Healthy =>
        new()
        {
            Open = 12,
            Active = 11,
            InProgress = 3,
            Done = 7,
            Deferred = 1,
            Rejected = 2,
            Identified = 20,
            Executed = 7,
            ExecutionRate = 0.35,
            KnownWeeks = 12,
            ArrivalsPerWeek = 1.25,
            DeparturesPerWeek = 0.5,
            DrainWeeks = 24.4,
            CycleDays = new(7, 3, 9.5),
            OpenDays = new(12, 40.5, 88),
        };

    private static Verdict MakeHostile()
    {
        var escape = Item("IMP-001", "Turn \e[31mred\e[0m, ring \a and end \0 here", 8, 2) with
        {
            WrittenScore = Sample.Written(60d),
            Category = new(Category.DeveloperExperience, "DX", SourceSpan.FileStart),
            Owner = Sample.Written("Ada \u202Elevart"),
            Captured = Sample.Written(new DateOnly(2026, 1, 5)),
            EstimatedHours = Sample.Written(2.5),
        };
        var xml = Item("IMP-002", "]]> <script>alert('1')</script> & <!-- \uFFFF", 5, null);
        var log = Item(
            null,
            "::error file=x::injected ##vso[task.complete result=Failed;] ##teamcity[buildStop] ###[x",
            4,
            4
        ) with
        {
            Status = Status.InProgress,
            Category = new(null, "My | own", SourceSpan.FileStart),
        };
        var markdown = Item(
            "IMP|4",
            "| `a` **b** _c_ @octocat #12 GH-7 [go](https://evil.example) www.evil.example ![i](x) :tada: $x$ ~~d~~ \\",
            9,
            1
        );
        var quotes = Item(null, "quotes \" ' \\ tab\tline\r\n::break\u2028sep \u0085 100% a,b;c]", 3, 3) with
        {
            Status = Status.Deferred,
        };
        var unicode = Item("改善-7", "emoji 👩‍💻 🎉, lone \uD800 and \uDC00, rtl \u202Egnp.exe\u2066", null, null) with
        {
            WrittenPriority = Sample.Written(Priority.High),
        };
        var endless = Item(null, string.Concat(Enumerable.Repeat("very long ", 300)), 1, 1);
        var done = Item("IMP-009", "Finished", 7, 7) with
        {
            Status = Status.Done,
            Score = double.PositiveInfinity,
            Completed = Sample.Written(new DateOnly(2026, 2, 1)),
        };
        return Base with
        {
            Outcome = Outcome.Fail,
            Backlogs =
            [
                Judged(
                    Sample.Backlog(escape, xml, log, markdown, done) with
                    {
                        File = First,
                        Account = new()
                        {
                            Read = 5,
                            Unread =
                            [
                                new(SourceSpan.OnLine(500, 9, 30, 3), [30], "the column \"Story\" is not known", ""),
                                new(
                                    SourceSpan.OnLine(520, 9, 32, 3),
                                    [32, 33],
                                    "the box \"[\e[2J|<b>##vso[x]]\" is not known",
                                    "\"boxes\": { \"\\u001B[2J\": \"toDo\" }"
                                ),
                            ],
                        },
                    },
                    Healthy
                ),
                Judged(
                    Sample.Backlog(quotes, unicode, endless) with
                    {
                        File = Second,
                    },
                    new Figures
                    {
                        Open = 3,
                        Active = 2,
                        Deferred = 1,
                        Identified = 3,
                        ExecutionRate = 0,
                    }
                ) with
                {
                    SettingsFiles = ["kaizen.json", "größe 100%/##vso[x]|kaizen.json"],
                },
            ],
            Untouched = [Poisoned, SourceFile.Named("teams/b | `c`.md")],
            Figures = Healthy with
            {
                Open = 15,
                Active = 13,
                Deferred = 2,
                Identified = 23,
                ExecutionRate = 7d / 23,
                DrainWeeks = 1,
            },
            Findings =
            [
                Finding(SampleRules.Metadata, Severity.Warning, First, 2, "Total Items says 9; the file holds 5"),
                Finding(
                    SampleRules.Mismatch,
                    Severity.Error,
                    First,
                    7,
                    "the written score is 60, but impact 8 × (11 − effort 2) is 72",
                    escape
                ),
                Finding(SampleRules.Unscored, Severity.Error, First, 12, $"{xml.Title} has no effort", xml),
                Finding(
                    SampleRules.Overdue,
                    Severity.Warning,
                    First,
                    15,
                    "the target date 2026-02-01 passed 29 days ago",
                    log
                ),
                Finding(SampleRules.TimeNotLogged, Severity.Info, First, 18, "no time spent is written", done),
                Finding(
                    SampleRules.Mismatch,
                    Severity.Error,
                    First,
                    21,
                    "the written score is 1; impact 9 × (11 − effort 1) is 90",
                    markdown
                ) with
                {
                    IsSuppressed = true,
                    SuppressionReason = "agreed ##vso[x]\nwith | the team",
                },
                Finding(SampleRules.Overdue, Severity.Warning, First, 22, "the target date has passed", markdown),
                Finding(SampleRules.Overdue, Severity.Warning, Second, 3, "the target date has passed", quotes),
                Finding(
                    SampleRules.Overdue,
                    Severity.Warning,
                    Second,
                    3,
                    "the target date has passed again",
                    quotes
                ) with
                {
                    BaselinedSince = Sample.DaysAgo(12),
                },
                Finding(SampleRules.Unscored, Severity.Error, Second, 5, "impact and effort are missing", unicode) with
                {
                    Span = new SourceSpan(40, 30, 5, 3, 6, 2),
                },
                Finding(SampleRules.Unscored, Severity.Error, Second, 9, "impact is missing", endless),
                Finding(SampleRules.Metadata, Severity.Warning, Poisoned, 1, "Last Updated is not a date") with
                {
                    Span = SourceSpan.FileStart,
                },
            ],
            NotEvaluated =
            [
                new(SampleRules.LowRate, First, "captures without a date | write <Captured:>", 4, 10),
                new(SampleRules.Growing, First, "captures without a date | write <Captured:>", 4, 10),
                new(SampleRules.LowRate, Second, "no timeline", null, null),
            ],
        };
    }
}
