using KaizenGate.Backlogs;
using KaizenGate.Editing.Steps;
using KaizenGate.Metrics;
using KaizenGate.Reporting.Escaping;
using KaizenGate.Settings;
using KaizenGate.Workspaces;

namespace KaizenGate.Cli.Items;

/// <summary>What the declared metrics hold for an improvement whose work begins or ends.</summary>
/// <param name="run">The run.</param>
/// <param name="id">The improvement as a person names it.</param>
/// <param name="today">Values of later days are left out.</param>
internal sealed class ItemMetrics(ItemRun run, string id, DateOnly today)
{
    /// <summary>The value that work begins with; null when the option names no metric.</summary>
    /// <exception cref="InputException">The metric is not declared, has no value, or there is no such improvement.</exception>
    public RecordedMeasurement? Baseline(string? option) =>
        Named(option, "--baseline", isNumberNeeded: true) is { } name
            ? RecordedMeasurement.Baseline(Read(name).Metric!)
            : null;

    /// <summary>The value that was measured after the work; null when the option names no metric.</summary>
    /// <exception cref="InputException">The metric has no value since the work began, or there is no such improvement.</exception>
    public RecordedMeasurement? Result(string? option)
    {
        if (Named(option, "--measured", isNumberNeeded: false) is not { } name)
        {
            return null;
        }

        var (item, metric) = Read(name);
        return RecordedMeasurement.Result(metric!, item);
    }

    /// <summary>What the metric of the baseline holds since the work began, though nobody named it; says so when it holds nothing.</summary>
    /// <exception cref="InputException">The file of the metric cannot be read, or there is no such improvement.</exception>
    public RecordedMeasurement? Since()
    {
        if (
            run.Settings.Metrics.IsEmpty
            || run.Find(id).Item.MeasuredImpact is not { Before: not null, After: null, Metric: { } name }
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
                    $"{metric.Name} has no value since the work began that could stand beside the baseline, so none is taken. "
                        + $"Record one first with `{CommandLine.Name} metric record`, or complete the measured impact by hand."
                )
            );
        }

        return found;
    }

    /// <summary>Says which value was taken, and from where.</summary>
    /// <param name="label">What it is for the improvement.</param>
    /// <param name="taken">The value; null says nothing.</param>
    public void Tell(string label, RecordedMeasurement? taken)
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

    /// <summary>The declared metric that an option names in place of a value.</summary>
    private string? Named(string? option, string name, bool isNumberNeeded)
    {
        if (option is null || option.Contains('=', StringComparison.Ordinal))
        {
            return null;
        }

        var metrics = run.Settings.Metrics;
        if (DeclaredMetrics.Find(run.Settings, option) is { } known)
        {
            return known;
        }

        // One word that begins with a letter is a name; anything else may be a value or a remark.
        var isName =
            option.Length > 0
            && char.IsLetter(option[0])
            && option.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '-' or '.');
        var isSlip = !metrics.IsEmpty && NearestName.Of(option, metrics.Keys) is not null;
        return isName && (isNumberNeeded || isSlip)
            ? throw new InputException(
                new InputError(
                    $"{name} is {Quote.Of(option)}, which holds no value and is no declared metric",
                    isSlip
                        ? NearestName.Help(option, [.. metrics.Keys.Order(StringComparer.Ordinal)])
                        : $"For example {name} \"p95=30 s\"."
                )
            )
            : null;
    }

    private (Improvement Item, RecordedMetric? Metric) Read(string name)
    {
        var (backlog, item) = run.Find(id);
        return (item, RecordedMetric.Read(name, run.Loaded, backlog, new Workspace(run.Host.WorkingFolder), today));
    }
}
