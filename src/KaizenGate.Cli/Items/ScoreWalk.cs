using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing;
using KaizenGate.Core.Editing.Workflow;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Planning;
using KaizenGate.Core.Reporting.Phrasing;

namespace KaizenGate.Cli.Items;

/// <summary>
/// Walks through the improvements without a score on a terminal. Each is scored with two keys and saved at once, so that the walk can be
/// left at any time.
/// </summary>
internal sealed class ScoreWalk(ItemRun run, Questions questions)
{
    private const char ControlC = '\u0003';
    private const char ControlD = '\u0004';
    private const char Escape = '\e';
    private const char Backspace = '\b';
    private const char Delete = '\u007F';

    private readonly Host host = run.Host;
    private readonly int scale = run.Settings.Scoring.Scale;

    /// <summary>The answers, the last at the end.</summary>
    private readonly List<WalkAnswer> answers = [];

    private Calibration? calibration;
    private bool isInterrupted;

    /// <returns>The exit code: 130 after Ctrl-C.</returns>
    /// <exception cref="InputException">A backlog cannot be read.</exception>
    public int Run()
    {
        ImmutableArray<WalkStop> stops = [.. run.Files.SelectMany(file => WalkStop.In(file, run))];
        if (stops.IsEmpty)
        {
            host.Text.WriteLine("No active improvement lacks impact or effort.");
            return ExitCode.Passed;
        }

        calibration = run.Calibration();
        host.ErrorText.WriteLine(
            $"{Wording.Count(stops.Length, "improvement")} to score. Press {Digits()}; s to skip, d to defer, r to reject, u to undo, ? for the meaning of the numbers, q to quit."
        );
        var at = 0;
        while ((at < stops.Length ? Step(stops, at) : End()) is { } next)
        {
            at = next;
        }

        WriteSummary(stops.Length);
        return isInterrupted ? ExitCode.Interrupted : ExitCode.Passed;
    }

    /// <summary>Handles one improvement.</summary>
    /// <returns>The index of the next one; null to leave.</returns>
    private int? Step(ImmutableArray<WalkStop> stops, int at)
    {
        var stop = stops[at];
        stop.Show(host, $"{at + 1} of {stops.Length}");
        if (CalibrationText.Sentence(calibration!, stop.Category) is { } experience)
        {
            host.ErrorText.WriteLine($"  {experience}");
        }

        var ratings = new List<string>();
        while (ratings.Count < stop.Missing.Length)
        {
            var field = stop.Missing[ratings.Count];
            host.ErrorText.Write($"  {field.Words} ");
            switch (host.ReadKey())
            {
                case (null or ControlC or ControlD or Escape or 'q' or 'Q') and var key:
                    isInterrupted = key is ControlC;
                    host.ErrorText.WriteLine();
                    return null;
                case >= '0' and <= '9' and var digit when Rating(digit) is { } rating:
                    host.ErrorText.Write(rating);
                    ratings.Add(rating);
                    break;
                case 's' or 'S':
                    host.ErrorText.WriteLine("skipped");
                    answers.Add(new WalkAnswer(at, WalkOutcome.Skipped, null));
                    return at + 1;
                case 'd' or 'D':
                    return Defer(stop) is { } deferred ? Next(deferred, WalkOutcome.Deferred) : at;
                case 'r' or 'R':
                    return Reject(stop) is { } rejected ? Next(rejected, WalkOutcome.Rejected) : at;
                case 'u' or 'U' or Backspace or Delete when ratings.Count > 0:
                    host.ErrorText.WriteLine();
                    ratings.Clear();
                    break;
                case 'u' or 'U' or Backspace or Delete:
                    host.ErrorText.WriteLine();
                    return Undo() ?? at;
                case '?' or 'h' or 'H':
                    host.ErrorText.WriteLine();
                    WalkRubric.Write(host, run.Settings.Scoring);
                    ratings.Clear();
                    break;
                default:
                    host.ErrorText.WriteLine($"?  Press {Digits()}, s, d, r, u, ? or q.");
                    ratings.Clear();
                    break;
            }
        }

        return Next(Score(stop, ratings), WalkOutcome.Scored);

        int Next(Action? takeBack, WalkOutcome outcome)
        {
            answers.Add(new WalkAnswer(at, takeBack is null ? WalkOutcome.Failed : outcome, takeBack));
            return at + 1;
        }
    }

    /// <summary>Lets the last answer be undone, too.</summary>
    /// <returns>The index of its improvement; null to leave.</returns>
    private int? End()
    {
        host.ErrorText.WriteLine();
        host.ErrorText.WriteLine("That was the last one. Press u to undo, or any other key to finish.");
        return host.ReadKey() is 'u' or 'U' or Backspace or Delete ? Undo() : null;
    }

    private Action? Score(WalkStop stop, List<string> ratings)
    {
        string? Of(FieldDefinition field) => stop.Missing.IndexOf(field) is >= 0 and var at ? ratings[at] : null;
        host.ErrorText.Write("  ");
        return Save(
            stop,
            "score",
            (document, item) =>
                Scores.Set(document, new GivenScore(item, Of(FieldCatalog.Impact), Of(FieldCatalog.Effort))),
            item =>
                item.Score is { } score
                    ? $"score {score:0.##}, {StatusText.Words(run.Settings.Scoring.PriorityOf(score))} priority"
                    : $"{Wording.And(item.MissingForScore)} missing"
        );
    }

    /// <summary>Returns null when no reason is given.</summary>
    private Action? Defer(WalkStop stop)
    {
        host.ErrorText.WriteLine("defer");
        if (questions.Ask("  Why? (Enter to go back)") is not { } why)
        {
            return null;
        }

        var day = questions.Ask(
            "  Review on (YYYY-MM-DD, Enter for no date):",
            text => AsOf.Day(text, "the review date")
        );
        return Save(
            stop,
            "defer",
            (document, item) => Transitions.Defer(document, item, why, AsOf.Day(day, "the review date")),
            _ => "  deferred"
        );
    }

    /// <summary>Returns null when no reason is given.</summary>
    private Action? Reject(WalkStop stop)
    {
        host.ErrorText.WriteLine("reject");
        return questions.Ask("  Why? (Enter to go back)") is { } why
            ? Save(stop, "reject", (document, item) => Transitions.Reject(document, item, why), _ => "  rejected")
            : null;
    }

    /// <summary>Saves an answer and prints it.</summary>
    /// <returns>What takes it back; null after an error when it is refused.</returns>
    private Action? Save(
        WalkStop stop,
        string command,
        Func<EditableBacklog, Improvement, EditableBacklog> step,
        Func<Improvement, string> line
    )
    {
        try
        {
            var changed = run.Change(stop.File, stop.Reference, command, step);
            host.ErrorText.WriteLine(line(changed.Item));
            return changed.TakeBack;
        }
        catch (InputException refused)
        {
            host.ErrorText.WriteLine();
            host.WriteError(refused.Error);
            return null;
        }
    }

    /// <summary>Takes back the last answer.</summary>
    /// <returns>The index of its improvement; null when there is none.</returns>
    private int? Undo()
    {
        if (answers is not [.., var last])
        {
            host.ErrorText.WriteLine("  There is no answer to undo.");
            return null;
        }

        try
        {
            last.TakeBack?.Invoke();
        }
        catch (InputException refused)
        {
            host.WriteError(refused.Error);
            return null;
        }

        answers.RemoveAt(answers.Count - 1);
        return last.Index;
    }

    /// <summary>The rating of a digit; null if it is not on the scale. 0 is 10.</summary>
    private string? Rating(char digit)
    {
        var rating = digit == '0' ? 10 : digit - '0';
        return rating <= scale ? $"{rating}" : null;
    }

    private string Digits() => scale == 10 ? "1 to 9, or 0 for 10" : $"1 to {scale}";

    private void WriteSummary(int total)
    {
        var counts = answers.CountBy(answer => answer.Outcome).ToDictionary();
        int Of(WalkOutcome outcome) => counts.GetValueOrDefault(outcome);
        var left = total - Of(WalkOutcome.Scored) - Of(WalkOutcome.Deferred) - Of(WalkOutcome.Rejected);
        host.Text.WriteLine(
            LogText.Of(
                $"scored {Of(WalkOutcome.Scored)}, deferred {Of(WalkOutcome.Deferred)}, rejected {Of(WalkOutcome.Rejected)}; {left} of {total} left"
            )
        );
        host.Flush();
        host.ErrorText.WriteLine($"Next: `{CommandLine.Name} {(left > 0 ? "score" : "plan")}`");
    }
}

/// <summary>What became of an improvement in a walk.</summary>
internal enum WalkOutcome
{
    Scored,
    Deferred,
    Rejected,
    Skipped,

    /// <summary>The edit was refused.</summary>
    Failed,
}

/// <param name="Index">The index of the improvement in the walk.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="TakeBack">What takes it back; null when nothing was saved.</param>
internal sealed record WalkAnswer(int Index, WalkOutcome Outcome, Action? TakeBack);
