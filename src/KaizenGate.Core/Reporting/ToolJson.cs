using KaizenGate.Planning;

namespace KaizenGate.Reporting;

/// <summary>The program that wrote a document.</summary>
internal sealed class ToolJson(string version)
{
    public string Name { get; } = "KaizenGate";
    public string Version => version;
}

internal sealed class WeekJson(Week week)
{
    public DateOnly Monday => week.Monday;
    public DateOnly Friday => week.Friday;
    public DateOnly Sunday => week.Sunday;
}
