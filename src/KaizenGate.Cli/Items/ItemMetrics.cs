using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing.Workflow;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Metrics;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Cli.Items;

/// <summary>Values of declared metrics for an improvement that is started or completed.</summary>
/// <param name="run">The run.</param>
/// <param name="id">Id or title of the improvement.</param>
/// <param name="today">Values after this date are ignored.</param>
internal sealed class ItemMetrics(ItemRun run, string id, DateOnly today)
{
    /// <summary>The value before the work; null if the option is not the name of a metric.</summary>
    /// <exception cref="InputException">The metric is not declared or has no value, or the improvement does not exist.</exception>
    public RecordedMeasurement? Baseline(string? option) =>
        Named(option, "--baseline", isNumberNeeded: true) is { } name
            ? RecordedMeasurement.Baseline(Read(name).Metric!)
            : null;

    /// <summary>
    /// The value before the work of the only declared metric that the title, the expected outcome or the success criteria name; null if
    /// they name none or several, if a measurement is stated, or if there is no value.
    /// </summary>
    /// <exception cref="InputException">The source file cannot be read, or the improvement does not exist.</exception>
    public RecordedMeasurement? Mentioned()
    {
        if (run.Settings.Metrics.IsEmpty || run.Find(id).Item is not { MeasuredImpact: null } item)
        {
            return null;
        }

        var text = $"{item.Title}\n{item.ExpectedOutcome?.Text}\n{item.Values.Of(FieldCatalog.SuccessCriteria)?.Text}";
        return
            run.Settings.Metrics.Keys.Where(name => IsNamedIn(text, name)).Take(2).ToList() is [var only]
            && Read(only).Metric is { Points.IsEmpty: false } metric
            ? RecordedMeasurement.Baseline(metric)
            : null;
    }

    /// <summary>Whether a text has the name of a metric, without the unit in its brackets, as words of its own.</summary>
    private static bool IsNamedIn(string text, string metric)
    {
        var bracket = metric.IndexOf('(', StringComparison.Ordinal);
        var name = (bracket > 0 ? metric[..bracket] : metric).Trim();
        for (
            var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase);
            name.Length > 1 && at >= 0;
            at = text.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase)
        )
        {
            var end = at + name.Length;
            if (
                (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
                && (end == text.Length || !char.IsLetterOrDigit(text[end]))
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The value after the work; null if the option is not the name of a metric.</summary>
    /// <exception cref="InputException">The metric has no value since the start, or the improvement does not exist.</exception>
    public RecordedMeasurement? Result(string? option)
    {
        if (Named(option, "--measured", isNumberNeeded: false) is not { } name)
        {
            return null;
        }

        var (item, metric) = Read(name);
        return RecordedMeasurement.Result(metric!, item);
    }

    /// <summary>A value long after the work; null if the option is not the name of a metric.</summary>
    /// <exception cref="InputException">The metric has no value since the completion, or the improvement does not exist.</exception>
    public RecordedMeasurement? Later(string option)
    {
        if (Named(option, "--again", isNumberNeeded: false) is not { } name)
        {
            return null;
        }

        var (item, metric) = Read(name);
        var last = RecordedMeasurement.Baseline(metric!);
        return item.Completed is { Value: var completed } && last.Point.Date <= completed
            ? throw new InputException(
                $"the metric {Quote.Of(name)} has no value since the completion on {Wording.Day(completed)}",
                $"Record one with `metric record`, or give it by hand: --again \"{name}=VALUE\"."
            )
            : last;
    }

    /// <summary>The last value of the baseline's metric since the start; prints a message when there is none.</summary>
    /// <exception cref="InputException">The source file cannot be read, or the improvement does not exist.</exception>
    public RecordedMeasurement? Since()
    {
        if (
            run.Settings.Metrics.IsEmpty
            || run.Find(id).Item.MeasuredImpact?.Value is not { Before: not null, After: null, Metric: { } name }
            || Read(name) is not (var item, { } metric)
        )
        {
            return null;
        }

        var found = RecordedMeasurement.Since(metric, item);
        if (found is null)
        {
            run.Host.ErrorText.WriteLine(
                LogText.Of(
                    $"{metric.Name} has no value since the start to compare with the baseline, so no result is recorded. "
                        + $"Record one first with `{CommandLine.Name} metric record`, or add the result by hand."
                )
            );
        }

        return found;
    }

    /// <summary>Prints which value was used, and its source.</summary>
    /// <param name="label">What the value is used for.</param>
    /// <param name="taken">The value; null prints nothing.</param>
    public void PrintSource(string label, RecordedMeasurement? taken)
    {
        if (taken is not null)
        {
            run.Host.ErrorText.WriteLine(
                LogText.Of(
                    $"{label}: {taken.Text}, recorded on {taken.Point.Date:yyyy-MM-dd} ({taken.Metric.File.Path}:{taken.Point.Span.Line})"
                )
            );
        }
    }

    /// <summary>The declared metric that an option names instead of a value.</summary>
    private string? Named(string? option, string name, bool isNumberNeeded)
    {
        if (option is null || option.Contains('=', StringComparison.Ordinal))
        {
            return null;
        }

        var metrics = run.Settings.Metrics;
        if (MetricSource.DeclaredName(run.Settings, option) is { } known)
        {
            return known;
        }

        // One word that starts with a letter is a name; anything else may be a value or a note.
        var isName =
            option.Length > 0
            && char.IsLetter(option[0])
            && option.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '-' or '.');
        var isTypo = !metrics.IsEmpty && NearestName.Of(option, metrics.Keys) is not null;
        return isName && (isNumberNeeded || isTypo)
            ? throw new InputException(
                $"{name} is {Quote.Of(option)}, which is neither a value nor a declared metric",
                isTypo
                    ? NearestName.Help(option, [.. metrics.Keys.Order(StringComparer.Ordinal)])
                    : $"For example {name} \"p95=30 s\"."
            )
            : null;
    }

    private (Improvement Item, RecordedMetric? Metric) Read(string name)
    {
        var (backlog, item) = run.Find(id);
        return (item, RecordedMetric.Read(name, run.Loaded, backlog, new Workspace(run.Host.WorkingFolder), today));
    }
}
