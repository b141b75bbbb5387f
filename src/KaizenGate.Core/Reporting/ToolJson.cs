using KaizenGate.Core.Planning;

namespace KaizenGate.Core.Reporting;

/// <summary>The program that wrote a document.</summary>
internal sealed class ToolJson(string version)
{
    public string Name { get; } = "KaizenGate";
    public string Version => version;
}

internal sealed class WeekJson : JsonView<Week>
{
    public DateOnly Monday => Source.Monday;
    public DateOnly Friday => Source.Friday;
    public DateOnly Sunday => Source.Sunday;
}
