"""The English pipeline that ships with the package, and the recipe that trains it."""

from etl.language.errors import PipelineError
from etl.language.pipeline import AT_ONCE, load_pipeline, packaged_fingerprint, parse, pipeline_fingerprint

__all__ = ["AT_ONCE", "PipelineError", "load_pipeline", "packaged_fingerprint", "parse", "pipeline_fingerprint"]
