namespace KaizenGate.Core.Harvesting;

/// <summary>The result of a test in a report.</summary>
/// <param name="Name">The class and the name.</param>
/// <param name="Failed">Whether it failed.</param>
/// <param name="Flaked">How often it failed and passed when repeated.</param>
/// <param name="Duration">Null when unknown.</param>
internal readonly record struct TestCaseResult(string Name, bool Failed, int Flaked, TimeSpan? Duration);
