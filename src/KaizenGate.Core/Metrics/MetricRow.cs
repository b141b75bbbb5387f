using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Metrics;

/// <summary>One value as a file has it.</summary>
/// <param name="Name">The metric.</param>
/// <param name="Point">The value with its day and place.</param>
internal sealed record MetricRow(string Name, MetricPoint Point);

/// <summary>Errors in a file of metrics.</summary>
internal static class MetricFault
{
    public static InputException At(SourceFile file, SourceSpan span, string message, string help) =>
        new(new InputError(message, help, file.Path, span.Line, span.Column));
}
